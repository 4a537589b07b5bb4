package dev.berth.knowledge.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Pushes at a pace until SIGTERM, and then once more. */
@Command(
    name = "watch",
    description = "Pushes every while, and once more when the process is asked to stop.")
final class WatchCommand implements Callable<Integer> {

  @Mixin private Where where = new Where();

  private Duration every = Duration.ofMinutes(15);
  private Listen listen = new Listen("127.0.0.1", 9464);

  private final Program program;

  WatchCommand(Program program) {
    this.program = program;
  }

  @Option(names = "--every", paramLabel = "TIME", description = Every.RULE + "; by default 15m.")
  void every(String written) {
    every = Every.parse(written).orElseThrow(() -> new TypeConversionException(Every.RULE));
  }

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "where /healthz, /readyz and /metrics are; by default 127.0.0.1:9464.")
  void listen(String written) {
    listen = Listen.parse(written).orElseThrow(() -> new TypeConversionException("HOST:PORT"));
  }

  @Override
  public Integer call() throws IOException, UsageProblem {
    Outside outside = program.outside();
    Log log = program.log();
    StopSignal stop = new StopSignal();
    LastWords lastWords = new LastWords(stop, LastWords.PATIENCE, log, outside.end());
    outside.signals().accept(lastWords::hear);
    try (AgentKnowledge knowledge = outside.source().open(where, "")) {
      Rhythm rhythm = new Rhythm(every, knowledge.writer());
      Watch watch = new Watch(knowledge, rhythm, outside.clock(), stop, log);
      try (Endpoint endpoint = Endpoint.open(listen, watch::status, outside.clock())) {
        log.info("listening on " + listen.host() + " port " + endpoint.port());
        return watch.run();
      }
    } finally {
      lastWords.said();
    }
  }
}
