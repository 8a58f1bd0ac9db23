"""What is shown, whoever shows it: page models, templates, documents and the choice between forms."""
