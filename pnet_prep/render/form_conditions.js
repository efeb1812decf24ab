// Whether a condition holds: true, false, or null for unknown, as in the interview.

const OPERATORS = {
  all: ([, ...parts], view, entry) => worst(parts.map(part => truth(part, view, entry)), false),
  any: ([, ...parts], view, entry) => worst(parts.map(part => truth(part, view, entry)), true),
  not: ([, part], view, entry) => negated(truth(part, view, entry)),
  count: ([, atLeast, ...parts], view, entry) => {
    const found = parts.map(part => truth(part, view, entry))
    const sure = found.filter(one => one === true).length
    const open = found.filter(one => one === null).length
    return sure >= atLeast ? true : sure + open >= atLeast ? null : false
  },
  some: ([, group, where], view) => {
    const name = data.texts[group]
    const found = view.entries(name).map(one => truth(where, view, one))
    return worst(view.complete(name) ? found : [...found, null], true, false)
  },
  // A date cannot be read here. What it may be, the view says.
  within: ([, item], view, entry) => isReal(view.at(data.texts[item], entry)) ? view.dates : null,
  answered: leaf((record, values) => isReal(record) === values.includes("yes"), true),
  is: leaf(({ value }, values) => values.includes(value)),
  is_not: leaf(({ value }, values) => !values.includes(value)),
  has: leaf(({ item, value }, values) => {
    const held = Array.isArray(value) ? new Set(value) : kindsIn(item, value)
    return held && values.some(one => held.has(one))
  }),
  at_least: leaf(({ value }, [bound, unit]) => compared(value, unit, number => number >= Number(bound))),
  at_most: leaf(({ value }, [bound, unit]) => compared(value, unit, number => number <= Number(bound))),
}

function truth(condition, view, entry = "") {
  const whole = typeof condition === "number" ? data.shared[condition] : condition
  return OPERATORS[whole[0]](whole, view, entry)
}

// Whether a condition holds, or would hold if the dates that are given are what it asks for. So
// nothing stays hidden because this page cannot read a date.
function mayHold(condition, view, entry = "") {
  return [null, true, false].some(dates => truth(condition, { ...view, dates }, entry) === true)
}

// One part decides, an unknown one leaves it open, and else it is the other way round.
function worst(found, decides, otherwise = !decides) {
  if (found.includes(decides)) return decides
  return found.includes(null) ? null : otherwise
}

const negated = found => found === null ? null : !found

// A comparison with one answer. What was not answered is unknown; so is "not sure", unless asked for.
function leaf(holds, unanswered = false) {
  return ([operator, item, ...values], view, entry) => {
    const record = view.at(data.texts[item], entry)
    const asked = values.map(one => data.texts[one])
    if (unanswered) return holds(record, asked)
    if (!record) return null
    if (!isReal(record)) return operator === "is" && asked.includes(record.value.none) ? true : null
    return holds(record, asked)
  }
}

function compared(value, unit, holds) {
  const number = unit ? amountIn(value, unit) : /^\d{1,4}$/.test(value) ? Number(value) : null
  return number === null ? null : holds(number)
}

// The number of a measured value, if it is in this unit. Without a unit it cannot be compared.
function amountIn(value, unit) {
  const found = /^(\d+(?:[.,]\d+)?)\s*([^\d\s].*)?$/.exec(value)
  const bare = text => (text ?? "").toLowerCase().replace(/[\s.]/g, "")
  return found && bare(found[2]) === bare(unit) ? Number(found[1].replace(",", ".")) : null
}
