"""The one interface that needs no configuration: `virtapi` itself, whose releases come with the analyzer."""

from pathlib import Path

from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration

_PACKAGE = Path(__file__).resolve().parents[1]


def own_configuration(root: Path) -> Configuration:
    """What holds where no configuration is found from `root` upwards."""
    # In a wheel the releases are inside the package; a checkout has them beside the folder of the distribution.
    places = (_PACKAGE / "baselines", _PACKAGE.parents[1] / "baselines")
    baselines = next((place for place in places if place.is_dir()), None)
    interface = InterfaceConfiguration(name="virtapi", package="virtapi", baselines=baselines)
    return Configuration(root=root, interfaces={interface.name: interface}, default=interface.name)
