(()=>{try{const t=localStorage.getItem("theme");(t==="light"||t==="dark")&&(document.documentElement.dataset.theme=t)}catch{}document.documentElement.classList.add("js");})();
