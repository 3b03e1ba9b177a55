from complete import Complete


class Wrong(Complete):
    def power_off(self, call, server, how):
        print(server.id)  # D: attribute-unknown `Instance` has no `id`


class Right(Complete):
    def power_off(self, call, server, how):
        print(server.uuid)
