// A second shelf for the record, in IndexedDB. What is written there is on the disk once the browser says so. It puts
// localStorage there only seconds later: a browser that is killed would take the last answers with it.

const SHELF = "records";

export class Safe {
  /** @param {() => IDBFactory} factory throws where the browser forbids it */
  constructor(factory) {
    this.factory = factory;
    /** @type {Promise<IDBDatabase> | null} */
    this.door = null;
    /** @type {Set<IDBTransaction>} what is under way */
    this.works = new Set();
  }

  /** @returns {Promise<IDBDatabase>} */
  open() {
    this.door ??= new Promise((resolve, reject) => {
      const asked = this.factory().open("lactern", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore(SHELF);
        if (asked.transaction) this.watch(asked.transaction);
      };
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        asked.result.onclose = () => (this.door = null);
        asked.result.onversionchange = () => asked.result.close();
        resolve(asked.result);
      };
    });
    return this.door;
  }

  /** @param {IDBTransactionMode} mode @param {IDBTransactionOptions} [options] */
  async begin(mode, options) {
    return this.watch((await this.open()).transaction(SHELF, mode, options));
  }

  /** @param {IDBTransaction} work */
  watch(work) {
    this.works.add(work);
    for (const end of ["complete", "abort"]) work.addEventListener(end, () => this.works.delete(work));
    return work;
  }

  /** Take back what is under way, since the page goes away: WebKit would set it aside half-done, and it would hold up other pages. */
  leave() {
    for (const work of this.works) {
      try {
        work.abort();
      } catch {
        // It has just come to its end.
      }
    }
  }

  /** What is kept under keys that begin like this. @param {string} prefix @returns {Promise<Map<string, any>>} */
  async read(prefix) {
    const shelf = (await this.begin("readonly")).objectStore(SHELF);
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [keys, values] = await Promise.all([answer(shelf.getAllKeys(range)), answer(shelf.getAll(range))]);
    return new Map(keys.map((key, index) => [String(key), values[index]]));
  }

  /**
   * Put down what comes of what stands there, in one go, so that no other window comes between. Done when it is on disk.
   * @param {string} key @param {(there: any) => any} join
   */
  async write(key, join) {
    const work = await this.begin("readwrite", { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      work.oncomplete = () => resolve(undefined);
      work.onabort = () => reject(work.error);
    });
    const shelf = work.objectStore(SHELF);
    const asked = shelf.get(key);
    asked.onsuccess = () => {
      try {
        shelf.put(join(asked.result), key);
      } catch {
        work.abort();
      }
    };
    await done;
  }

  /** @param {string} key */
  async remove(key) {
    const shelf = (await this.begin("readwrite")).objectStore(SHELF);
    await answer(shelf.delete(key));
  }
}

/** @template T @param {IDBRequest<T>} asked @returns {Promise<T>} */
function answer(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
