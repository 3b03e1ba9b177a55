"""Which interface is meant: a configured one, the one that the command line describes, or `virtapi` itself."""

from dataclasses import replace
from pathlib import Path

from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration, configuration_of_run, load

_PACKAGE = Path(__file__).resolve().parents[1]


def configured(
    interface: str | InterfaceConfiguration | None = None,
    *,
    package: str | None = None,
    driver_interfaces: tuple[str, ...] = (),
    host_interfaces: tuple[str, ...] = (),
    needs_tree: bool = False,
) -> tuple[Configuration, InterfaceConfiguration]:
    """What holds in the current directory, and the interface that is meant.

    `interface` is the name of a configured one, None for the default, or a configuration of one that no file speaks
    of. `package` takes the place of every file; the patterns are added to what the interface has. Without a file, the
    releases of `virtapi` itself will do, unless a working tree is needed.
    """
    here = Path.cwd()
    if isinstance(interface, InterfaceConfiguration):
        return Configuration(root=here, interfaces={interface.name: interface}, default=interface.name), interface
    if package is not None:
        if interface is not None:
            raise ConfigurationError("--interface and --package exclude each other: name one of them")
        of_run = configuration_of_run(
            package=package, driver_interfaces=driver_interfaces, host_interfaces=host_interfaces
        )
        return of_run, of_run.interface()
    configuration = load(here)
    if configuration is None and needs_tree:
        raise ConfigurationError(
            f"no pyproject.toml in {here} or above has [tool.virtapi]: add [tool.virtapi.interfaces.NAME] with "
            "`package`, `path` and `baselines`, or name the package with --package"
        )
    configuration = configuration or _own_configuration(here)
    meant = configuration.interface(interface)
    return configuration, replace(
        meant,
        driver_interfaces=(*meant.driver_interfaces, *driver_interfaces),
        host_interfaces=(*meant.host_interfaces, *host_interfaces),
    )


def _own_configuration(root: Path) -> Configuration:
    """The one interface that needs no configuration: `virtapi`, whose releases come with the analyzer."""
    # In a wheel the releases are inside the package; a checkout has them beside the folder of the distribution.
    places = (_PACKAGE / "baselines", _PACKAGE.parents[1] / "baselines")
    baselines = next((place for place in places if place.is_dir()), None)
    interface = InterfaceConfiguration(name="virtapi", package="virtapi", baselines=baselines)
    return Configuration(root=root, interfaces={interface.name: interface}, default=interface.name)
