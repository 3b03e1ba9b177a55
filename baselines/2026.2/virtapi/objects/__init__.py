# Produced from __init__.pyi by `virtapi runtime`; not to be edited.
"""What is handed over between host and driver: frozen, keyword-only data objects, one module a topic."""
