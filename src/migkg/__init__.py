"""A knowledge graph of intergovernmental migration forums in which every fact shows the sentence that states it."""
