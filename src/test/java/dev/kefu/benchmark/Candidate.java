package dev.kefu.benchmark;

import java.util.List;
import java.util.Optional;

/** What is measured: a way to handle the ordinary complaint, with a database of its own. */
interface Candidate extends AutoCloseable {

  /** Also the name of its column and its files. */
  String name();

  /** The Java whose processor time counts; empty when the driver itself does the work. */
  Optional<Program> program();

  String database();

  /** Somebody new at work; each thread has its own. */
  CaseWorker worker();

  /** Tables that keep what was done, for ever or for years, as patterns of LIKE. */
  List<String> historyTables();

  @Override
  void close();

  /** Takes one case from its start to its end. */
  @FunctionalInterface
  interface CaseWorker {

    /**
     * Does it all.
     *
     * @param number of the case, its own in the whole run
     */
    void handle(int number, Latencies latencies);
  }
}
