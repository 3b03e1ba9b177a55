"""Where a driver reads an attribute of the interface that may be `None`: mypy says what is wrong with the value, not
whose it is. A mark on the place says it, and is kept by mypy's cache as its own messages are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from virtapi_analyzer.checker.message import Message
from virtapi_analyzer.checker.messages import read
from virtapi_analyzer.model.said import Said

CODE = "optional-attribute"
"""The code of a mark: none of mypy's own."""
_ABOUT = ("union-attr", "operator", "index", "arg-type")
"""The codes of what mypy says of a value that may be `None`."""

Place = tuple[str, int, int]


def understood(messages: Sequence[Message]) -> Iterator[Said]:
    """What the messages say, each with the attribute that may be `None` where it is about one."""
    marked = {_place(each): each.text for each in messages if each.code == CODE}
    for message in messages:
        if message.code != CODE:
            about = message.code in _ABOUT and "None" in message.text
            yield replace(read(message), optional=marked.get(_place(message)) if about else None)


def _place(message: Message) -> Place:
    return message.file, message.line, message.column
