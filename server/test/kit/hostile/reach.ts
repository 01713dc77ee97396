import { isEnded, returns, type Deeds } from './deed'

// Of a network with a loopback that is down.
const NO_ROUTE: unknown = expect.stringMatching(/^(ENETUNREACH|EADDRNOTAVAIL)$/)

const codeOfConnection = (address: string) => `return new Promise((resolve) => {
  const socket = load('net').connect(${address})
  socket.on('connect', () => { socket.destroy(); resolve('connected') }).on('error', ({ code }) => resolve(code))
})`

/** What functions do to others than themselves: sockets, signals, descriptors, files. Deeds for an isolated machine. */
export const REACH_DEEDS: Deeds = {
  connects_by_tcp: returns(
    codeOfConnection(`{ port: data.port, host: '127.0.0.1' }`),
    'ENETUNREACH',
  ),
  connects_by_tcp_6: returns(codeOfConnection(`{ port: data.port, host: '::1' }`), NO_ROUTE),
  connects_to_a_socket_file: returns(codeOfConnection(`{ path: data.path }`), 'ENOENT'),
  connects_to_an_abstract_socket: returns(
    codeOfConnection(`{ path: '\\0' + data.abstract }`),
    'ECONNREFUSED',
  ),
  sends_by_udp: returns(
    `return new Promise((resolve) => {
      const socket = load('dgram').createSocket('udp4')
      socket.send('x', data.port, '127.0.0.1', (error) => { socket.close(); resolve(error && error.code) })
    })`,
    'ENETUNREACH',
  ),
  resolves_a_name: returns(
    `return codeOf(() => load('dns').promises.lookup('example.com'))`,
    'EAI_AGAIN',
  ),
  kills_the_server: returns(
    `const killed = data.pids.map((pid) => pid === process.pid ? 'ESRCH' : (() => {
      try { return process.kill(pid, 'SIGKILL') } catch ({ code }) { return code }
    })())
    return [...new Set(killed)]`,
    ['ESRCH'],
  ),
  kills_its_parent: returns(
    `await codeOf(() => process.kill(process.ppid, 'SIGKILL')); return 'tried'`,
    'tried',
  ),
  kills_its_group: returns(
    `await codeOf(() => process.kill(0, 'SIGKILL')); return 'tried'`,
    'tried',
  ),
  kills_everybody: returns(`return codeOf(() => process.kill(-1, 'SIGKILL'))`, 'ESRCH'),
  aborts: isEnded(`process.abort()`, 'its process ended'),
  looks_for_descriptors: returns(
    `const { fstatSync } = load('fs')
     return Array.from({ length: 1024 }, (_, fd) => fd).filter((fd) => {
       try { return fd > 2 && fstatSync(fd).isSocket() } catch { return false }
     })`,
    [],
  ),
  becomes_root: returns(`return codeOf(() => process.setuid(0))`, 'EPERM'),
  looks_around: returns(
    `return [Object.keys(process.env), ...(await Promise.all(['/etc/passwd', '/proc/self/environ', data.path, '/']
      .map((file) => codeOf(() => load('fs').readFileSync(file)))))]`,
    [['TZ'], ...Array.from({ length: 4 }, () => 'ERR_ACCESS_DENIED')],
  ),
}
