"""What a person can ask for, a module each. They look, judge and return data, and print nothing.

All raise an `AnalyzerError` where they could not look. A module imports what it needs: `driving` has to answer before
others could be imported.
"""
