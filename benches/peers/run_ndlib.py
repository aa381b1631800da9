"""How fast is NDlib? Its opinion models, built as its documentation does: a networkx graph and a configuration.

The first iteration only reports the start and is not timed. Iterations run without `node_status`, so that nothing is
copied out. An iteration of the algorithmic bias model lets as many pairs meet as there are agents, and both move; one of
WHKModel visits as many agents as there are, at random. HKModel visits as many, too, but keeps the new opinion of the
last one only: one agent is updated.
"""

import networkx
import ndlib.models.ModelConfig as config
import ndlib.models.opinions as opinions
from timing import median_ms, report


def started(model, **parameters):
    settings = config.Configuration()
    for name, value in parameters.items():
        settings.add_model_parameter(name, value)
    if isinstance(model, opinions.WHKModel):
        for edge in model.graph.edges:
            settings.add_edge_configuration("weight", edge, 0.2)
    model.set_initial_status(settings)
    model.iteration(node_status=False)
    return lambda: model.iteration(node_status=False)


everybody = networkx.complete_graph(1_000)
some = networkx.watts_strogatz_graph(10_000, 16, 1.0, seed=1)

step = started(opinions.AlgorithmicBiasModel(some), epsilon=0.3, gamma=1.0)
report("algorithmic-bias", "NDlib", 10_000, 16, 20_000, median_ms(step))
step = started(opinions.AlgorithmicBiasModel(everybody), epsilon=0.3, gamma=1.0)
report("algorithmic-bias", "NDlib", 1_000, 999, 2_000, median_ms(step))
step = started(opinions.WHKModel(some), epsilon=0.32)
report("neighbours", "NDlib_WHKModel", 10_000, 16, 10_000, median_ms(step))
step = started(opinions.HKModel(some), epsilon=0.32)
report("neighbours", "NDlib_HKModel", 10_000, 16, 1, median_ms(step, samples=3))
