from complete import Complete


class Wrong(Complete):
    def spawn(self, context, instance, image_meta, injected_files, admin_password, allocations, network_info=None, block_device_info=None):  # D: override-signature `spawn`
        pass


class Right(Complete):
    def spawn(self, context, instance, plan, **others):
        pass
