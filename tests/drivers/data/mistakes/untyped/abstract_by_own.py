from abc import abstractmethod

from complete import Complete


class Base(Complete):
    @abstractmethod
    def _dial(self):
        pass


class Wrong(Base):  # D: override-missing `_dial`
    pass


class Right(Base):
    def _dial(self):
        pass
