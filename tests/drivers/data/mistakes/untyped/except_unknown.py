from complete import Complete

import virtapi.exceptions


class Wrong(Complete):
    def start(self, call):
        try:
            pass
        except virtapi.exceptions.NotThere:  # D: import-missing no `NotThere`
            pass


class Right(Complete):
    def start(self, call):
        try:
            pass
        except virtapi.exceptions.HostError:
            pass
