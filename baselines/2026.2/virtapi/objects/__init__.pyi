"""What is handed over between host and driver: frozen, keyword-only data objects, one module a topic."""
