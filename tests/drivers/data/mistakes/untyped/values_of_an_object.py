from complete import Complete

from virtapi.objects import node as nodes


class Wrong(Complete):
    def get_resources(self, call, node):
        return nodes.NodeResources(
            node=nodes.Node(name=node, uuid=None),  # D: call-unfit `Node` takes
            hypervisor="x",
            hypervisor_version="1",
            processors=1,  # D: call-unfit
            processors_used=1,  # D: call-unfit
            memory=1,  # D: call-unfit
            memory_used=1,  # D: call-unfit
            disk=1,  # D: call-unfit
            disk_used=1,  # D: call-unfit
            running=1,  # D: call-unfit
            properties={"a": 1},  # D: call-unfit an item of what is passed
        )
