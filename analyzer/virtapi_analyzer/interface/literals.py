"""Literal values: one text for each."""


def canonical(value: object) -> str:
    """One text for each literal value: sets and the keys of dicts in order, text in one kind of quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(sorted(f"{canonical(k)}: {canonical(v)}" for k, v in value.items())) + "}"
    if isinstance(value, set) and not value:
        return "set()"
    if isinstance(value, set | frozenset):
        return "{" + ", ".join(sorted(canonical(item) for item in value)) + "}"
    if isinstance(value, list | tuple):
        inner = ", ".join(canonical(item) for item in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    return repr(value)
