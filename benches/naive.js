// What would a person write who has never heard of cache lines? The same models as the engine's, in plain
// JavaScript: an array of arrays, Math.random, one neighbour after the other. Returns one object a world:
// its sizes, how many people a step moves, and the step.

function naive() {
  const gauss = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
  const crowd = (people, dims) => Array.from({ length: people }, () => Array.from({ length: dims }, gauss));
  const anybody = (people) => Math.floor(Math.random() * people);

  // Attention falls with the distance in the first eight dimensions, which stand for what a recommender sees.
  const squaredDistance = (a, b) => {
    let sum = 0;
    for (let d = 0; d < Math.min(8, a.length); d++) sum += (a[d] - b[d]) ** 2;
    return sum;
  };
  const attention = (squared, bandwidth) => 1 / (1 + (squared / bandwidth ** 2) ** 2);

  // A day of posts: conversation when nobody is screened, else the nearest of so many strangers.
  function posts(name, people, dims, posts, screened) {
    let beliefs = crowd(people, dims);
    const anchors = beliefs.map((row) => row.slice());
    const [susceptibility, anchor, bandwidth] = [0.1, 0.02, 2];
    const author = (i) => {
      let found = anybody(people);
      for (let s = 1; s < screened; s++) {
        const other = anybody(people);
        if (squaredDistance(beliefs[i], beliefs[other]) < squaredDistance(beliefs[i], beliefs[found])) {
          found = other;
        }
      }
      return found;
    };
    const step = () => {
      beliefs = beliefs.map((row, i) => {
        const pull = new Array(dims).fill(0);
        for (let k = 0; k < posts; k++) {
          const post = beliefs[author(i)];
          const weight = attention(squaredDistance(row, post), bandwidth);
          for (let d = 0; d < dims; d++) pull[d] += (weight * (post[d] - row[d])) / posts;
        }
        return row.map((x, d) => (1 - anchor) * (x + susceptibility * pull[d]) + anchor * anchors[i][d]);
      });
    };
    return { name, people, dims, posts, updated: people, step };
  }

  // Hegselmann and Krause: everybody goes to the mean of those within the radius.
  function hegselmannKrause(people, radius) {
    let opinions = Array.from({ length: people }, Math.random);
    const step = () => {
      opinions = opinions.map((x) => {
        let [sum, count] = [0, 0];
        for (const y of opinions) {
          if (Math.abs(x - y) <= radius) {
            sum += y;
            count++;
          }
        }
        return sum / count;
      });
    };
    return { name: "hegselmann-krause", people, dims: 1, posts: people - 1, updated: people, step };
  }

  // Deffuant and others: pairs within the radius meet half-way; half as many pairs as people.
  function deffuant(people, radius) {
    const opinions = Array.from({ length: people }, Math.random);
    const step = () => {
      for (let pair = 0; pair < people / 2; pair++) {
        const [i, j] = [anybody(people), anybody(people)];
        const apart = opinions[j] - opinions[i];
        if (Math.abs(apart) <= radius) {
          opinions[i] += apart / 2;
          opinions[j] -= apart / 2;
        }
      }
    };
    return { name: "deffuant", people, dims: 1, posts: 1, updated: people, step };
  }

  return [
    posts("conversation", 10000, 256, 16, 1),
    posts("conversation", 2000, 2048, 32, 1),
    posts("feed", 10000, 64, 8, 32),
    hegselmannKrause(10000, 0.2),
    deffuant(10000, 0.2),
  ];
}
