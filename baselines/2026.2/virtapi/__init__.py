# Produced from __init__.pyi by `virtapi runtime`; not to be edited.
"""The interface between a hypervisor host service and its drivers.

Import the modules by name: `virtapi.driver` and `virtapi.capabilities` for what drivers implement, `virtapi.host` for
what the host implements for them, `virtapi.objects` for what is handed over, `virtapi.exceptions` for what goes wrong.
"""
