// Loaded before a program: lets it believe that it runs on an older Node.
Object.defineProperty(process.versions, 'node', { value: '20.20.2' })
