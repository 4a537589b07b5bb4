// Lines between a pod's network and the outside: `node line.mjs FROM=TO ...`, each end a port of
// 127.0.0.1 or the path of a socket.
import net from "node:net";

const end = (text) =>
  /^\d+$/.test(text) ? { host: "127.0.0.1", port: Number(text) } : { path: text };

for (const line of process.argv.slice(2)) {
  const [from, to] = line.split("=");
  net
    .createServer((near) => {
      const far = net.connect(end(to));
      near.pipe(far);
      far.pipe(near);
      near.on("error", () => far.destroy());
      far.on("error", () => near.destroy());
      near.on("close", () => far.destroy());
      far.on("close", () => near.destroy());
    })
    .listen(end(from));
}
