"""As much of the interface before 13.0.0 as its rows speak of."""


class ComputeDriver:
    """Only what the rows are about."""

    def list_instances(self):
        raise NotImplementedError()

    def refresh_provider_fw_rules(self):
        raise NotImplementedError()

    def refresh_security_group_members(self, security_group_id):
        raise NotImplementedError()
