"""How fast is pyseldonlib (Seldon, C++)? Its models as its documentation runs them, writing no output.

`run` also prints and makes a folder, so a step is the difference between a longer and a shorter run. A step of the
Deffuant model is as many pairs as there are agents, and both move; without a network it draws a pair by a pass over
everybody, with one (a square lattice, four neighbours) it does not.
"""

import logging
import os
import tempfile
import time

from pyseldonlib import Activity_Driven_Model, Deffuant_Model, Other_Settings
from timing import report

PEOPLE = 10_000
logging.disable(logging.INFO)


def run_ms(model, steps, **settings):
    quiet = Other_Settings(number_of_agents=PEOPLE, output_initial=False)
    simulation = model(max_iterations=steps, rng_seed=1, other_settings=quiet, **settings)
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        simulation.run(os.path.join(folder, "output"))
        return (time.perf_counter() - begun) * 1e3


def step_ms(model, few, many, **settings):
    return (run_ms(model, many, **settings) - run_ms(model, few, **settings)) / (many - few)


def measured():
    pair = dict(homophily_threshold=0.2, mu=0.5)
    yield "deffuant", 1, 2 * PEOPLE, step_ms(Deffuant_Model, 2, 7, **pair)
    yield "deffuant-network", 1, 2 * PEOPLE, step_ms(Deffuant_Model, 100, 600, use_network=True, **pair)
    yield "activity", 8, PEOPLE, step_ms(Activity_Driven_Model, 2, 17)


# What the library prints from C++ would come between our lines.
stdout = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
lines = list(measured())
os.dup2(stdout, 1)
for case, posts, updated, ms in lines:
    report(case, "pyseldonlib", PEOPLE, posts, updated, ms)
