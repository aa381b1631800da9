"""How fast is Hegselmann and Krause's model in Mesa with NumPy, and in NumPy alone?

The Mesa model is written as its tutorial writes models: agents with a `step`, called through `AgentSet.do`; what an agent
sees of the others is one NumPy array, and all agents move at once. The model without agents is the best NumPy we know
for one dimension: sorted, with running sums.
"""

import mesa
import numpy
from timing import median_ms, report

PEOPLE = 10_000
RADIUS = 0.2


class Person(mesa.Agent):
    def step(self):
        opinions = self.model.opinions
        near = numpy.abs(opinions - opinions[self.unique_id - 1]) <= RADIUS
        self.model.tomorrow[self.unique_id - 1] = opinions[near].mean()


class Crowd(mesa.Model):
    def __init__(self):
        super().__init__(seed=1)
        self.opinions = self.rng.random(PEOPLE)
        self.tomorrow = numpy.empty(PEOPLE)
        Person.create_agents(self, PEOPLE)

    def step(self):
        self.agents.do("step")
        self.opinions, self.tomorrow = self.tomorrow, self.opinions


class Sorted:
    def __init__(self):
        self.opinions = numpy.random.default_rng(1).random(PEOPLE)

    def step(self):
        opinions = numpy.sort(self.opinions)
        sums = numpy.concatenate(([0.0], numpy.cumsum(opinions)))
        low = numpy.searchsorted(opinions, self.opinions - RADIUS, "left")
        high = numpy.searchsorted(opinions, self.opinions + RADIUS, "right")
        self.opinions = (sums[high] - sums[low]) / (high - low)


report("hegselmann-krause", "Mesa+NumPy", PEOPLE, PEOPLE - 1, PEOPLE, median_ms(Crowd().step))
report("hegselmann-krause", "NumPy_sorted", PEOPLE, PEOPLE - 1, PEOPLE, median_ms(Sorted().step, samples=9))
