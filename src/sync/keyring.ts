/** Keeps keys made from a passphrase, which can be used but not read out. The passphrase itself is kept nowhere. */
export interface Keyring {
  load(name: string): Promise<CryptoKey | null>;
  save(name: string, key: CryptoKey): Promise<void>;
  forget(name: string): Promise<void>;
}

/** The browser's own: IndexedDB is the one place that can hold a key that can't be read out. */
export function browserKeyring(factory: IDBFactory = indexedDB): Keyring {
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = factory.open('foldaway-keys', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('keys');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no key store'));
    });
  async function run<T>(mode: IDBTransactionMode, work: (keys: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await open();
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction('keys', mode);
        const request = work(transaction.objectStore('keys'));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('key store failed'));
      });
    } finally {
      database.close();
    }
  }
  return {
    load: async (name) => (await run<CryptoKey | undefined>('readonly', (keys) => keys.get(name))) ?? null,
    save: async (name, key) => void (await run('readwrite', (keys) => keys.put(key, name))),
    forget: async (name) => void (await run('readwrite', (keys) => keys.delete(name))),
  };
}
