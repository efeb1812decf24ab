// One question on the page: its answer read from what is ticked and typed, and shown again.

const NOT_PASSED = new Set(["person.answering"])

const inputsOf = question => [...question.querySelectorAll("input, textarea")]
const passedIn = question => [...question.querySelectorAll(".passed input")]
const choicesOf = question => inputsOf(question)
  .filter(one => one.matches("[type=radio], [type=checkbox]") && !one.closest(".passed, .units"))
const typedIn = question => question.querySelector("textarea, input[type=text]")
const unitsOf = question => [...question.querySelectorAll(".units input")]
const entryOf = element => element.closest(".entry")?.dataset.entry ?? ""
const onlyNumbers = question => Boolean(question.querySelector("[inputmode=numeric]"))
const isNumber = value => typeof value !== "string" || /^\d{1,4}$/.test(value)

// Make a question ready: what may be said in place of an answer, and a name for its parts.
function prepare(question, suffix = "") {
  for (const one of question.querySelectorAll("[id]")) one.id += suffix
  for (const one of question.querySelectorAll("[for]")) one.htmlFor += suffix
  for (const one of question.querySelectorAll("[name]")) one.name += suffix
  if (NOT_PASSED.has(question.dataset.q)) return
  question.append(passing())
  if (question.matches("fieldset")) return
  const label = question.querySelector("label")
  label.id = `${label.htmlFor}-label`
  question.setAttribute("role", "group")
  question.setAttribute("aria-labelledby", label.id)
}

// The answer as it stands on the page, as an answers file has it; null for none.
function read(question) {
  const passed = passedIn(question).find(one => one.checked)
  if (passed) return { none: passed.value }
  const choices = choicesOf(question)
  const chosen = choices.filter(one => one.checked).map(one => one.value)
  if (chosen.length) return choices[0].type === "radio" ? chosen[0] : chosen
  const text = typedIn(question)?.value.trim()
  if (!text) return null
  const units = unitsOf(question)
  const unit = units.find(one => one.checked) ?? (units.length === 1 ? units[0] : null)
  return unit && /^[\d.,]+$/.test(text) ? `${text} ${unit.value}` : text
}

// Show an answer on the page.
function write(question, value) {
  const none = value?.none
  for (const one of passedIn(question)) one.checked = one.value === none
  const choices = choicesOf(question)
  const chosen = [value].flat()
  for (const one of choices) one.checked = chosen.includes(one.value)
  const typed = typedIn(question)
  if (typed) {
    const units = unitsOf(question)
    const unit = units.find(one => typeof value === "string" && value.endsWith(` ${one.value}`))
    for (const one of units) one.checked = one === unit
    const free = typeof value === "string" && !choices.some(one => one.checked)
    const text = unit ? value.slice(0, -unit.value.length - 1) : value
    typed.value = free ? text : ""
  }
  mirror(question)
}

// Keep the parts of a question in tune with the one that was just touched.
function settle(question, touched) {
  if (passedIn(question).includes(touched)) passOver(question, touched)
  else takeOne(question, touched)
  mirror(question)
}

// "Not sure" and the like stand alone. Words that give way to them come back when they are taken back.
function passOver(question, touched) {
  const typed = typedIn(question)
  const { before } = question.dataset
  if (touched.checked) {
    const others = inputsOf(question).filter(one => one.type !== "text" && one !== touched)
    for (const one of others) one.checked = false
    if (typed?.value) question.dataset.before = typed.value
    if (typed) typed.value = ""
  } else if (before) {
    typed.value = before
  }
}

// An answer gives way to one that excludes it: to own words, to an option, to "none of these".
function takeOne(question, touched) {
  delete question.dataset.before
  for (const one of passedIn(question)) one.checked = false
  const choices = choicesOf(question)
  const own = typedIn(question)
  if (touched.type === "text" && touched.value) for (const one of choices) one.checked = false
  if (touched.type === "radio" && own && choices.includes(touched)) own.value = ""
  if (touched.type !== "checkbox" || !touched.checked) return
  const alone = (question.dataset.alone ?? "").split(" ")
  for (const one of choices) {
    if (one !== touched && (alone.includes(touched.value) || alone.includes(one.value))) one.checked = false
  }
}

// Fields cut long texts off on paper, so a question carries its text for the printer too.
function mirror(question) {
  const value = read(question)
  if (typedIn(question)?.value) question.dataset.print = value
  else delete question.dataset.print
  if (onlyNumbers(question)) markNumber(question, value !== null && !isNumber(value))
}

// Say below a number that it cannot be read.
function markNumber(question, wrong) {
  const typed = typedIn(question)
  typed.setAttribute("aria-invalid", wrong)
  let told = question.querySelector(".wrong")
  if (wrong && !told) {
    told = document.createElement("p")
    told.className = "wrong"
    told.id = `${typed.id}-wrong`
    told.textContent = say("problem.number")
    typed.after(told)
    typed.setAttribute("aria-describedby", told.id)
  } else if (!wrong && told) {
    told.remove()
    typed.removeAttribute("aria-describedby")
  }
}
