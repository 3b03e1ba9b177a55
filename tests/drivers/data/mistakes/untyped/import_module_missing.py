from complete import Complete

import virtapi.objects.teleport  # D: import-missing there is no module `virtapi.objects.teleport`


class Wrong(Complete):
    def start(self, call):
        print(virtapi.objects.teleport.Pad)


class Right(Complete):
    pass
