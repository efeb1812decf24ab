// Keeping what is typed in this browser, soon enough to outlive a crash: IndexedDB, written through
// to the disk. Each answer is a record of its own, so two windows of one form do not undo each other.

const storage = {
  SOON: 250, // milliseconds after the last change
  LATEST: 1000, // milliseconds after the first change that waits
  waiting: new Map(),
  since: 0,
  timer: 0,
  database: null,
  saved: false,
  refused: false,

  // The records of this form, or none where the browser keeps nothing.
  async load() {
    try {
      storage.database = await asked(opening())
      const found = await asked(storage.within("readonly").getAll(storage.range()))
      storage.saved = found.length > 0
      return found
    } catch {
      storage.refuse()
      return []
    }
  },

  keep(place, record) {
    storage.waiting.set(place, record)
    storage.since ||= Date.now()
    const left = storage.since + storage.LATEST - Date.now()
    clearTimeout(storage.timer)
    storage.timer = setTimeout(storage.write, Math.max(0, Math.min(storage.SOON, left)))
  },

  async write() {
    clearTimeout(storage.timer)
    storage.since = 0
    if (!storage.waiting.size) return
    const writing = new Map(storage.waiting)
    storage.waiting.clear()
    try {
      const store = storage.within("readwrite")
      for (const [place, record] of writing) {
        const key = [data.form, place]
        if (record) store.put(record, key)
        else store.delete(key)
      }
      await ended(store.transaction)
      storage.saved = true
      storage.refused = false
    } catch {
      for (const [place, record] of writing) {
        if (!storage.waiting.has(place)) storage.waiting.set(place, record)
      }
      storage.refuse()
    }
    tellState()
  },

  // Whether nothing is kept any more.
  async erase() {
    clearTimeout(storage.timer)
    storage.waiting.clear()
    storage.saved = false
    if (!storage.database) return true
    try {
      const store = storage.within("readwrite")
      store.delete(storage.range())
      await ended(store.transaction)
      return true
    } catch {
      return false
    }
  },

  within: mode => storage.database
    .transaction("answers", mode, { durability: "strict" })
    .objectStore("answers"),

  range: () => IDBKeyRange.bound([data.form], [data.form, []]),

  refuse() {
    storage.refused = true
    tellState()
  },
}

function opening() {
  const request = indexedDB.open("pnet-prep", 1)
  request.onupgradeneeded = () => request.result.createObjectStore("answers")
  return request
}

function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error("blocked"))
  })
}

function ended(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onabort = () => reject(transaction.error)
  })
}
