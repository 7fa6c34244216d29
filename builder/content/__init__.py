"""YAML with positions → the model; JSON Schema; what each audience may see."""
