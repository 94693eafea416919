package dev.kefu.bulk;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What happened so far. */
final class Tally {

  private static final int MOST_SHOWN = 30;
  private static final int LONGEST_REASON = 120;
  private static final int MOST_OF_TRACE = 6000;

  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger endedBeside = new AtomicInteger();
  private final AtomicInteger repetitions = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger incidentCount = new AtomicInteger();
  private final AtomicInteger stuckCases = new AtomicInteger();
  private final AtomicLong steps = new AtomicLong();
  private final Queue<String> stuck = new ConcurrentLinkedQueue<>();
  private final Queue<Course> parked = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> corrections = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> kinds = new ConcurrentHashMap<>();

  void started(Course course) {
    kinds.computeIfAbsent(course.kind.name(), kind -> new AtomicInteger()).incrementAndGet();
  }

  void ended(Course course) {
    (isBeside(course) ? endedBeside : ended).incrementAndGet();
    steps.addAndGet(course.steps);
  }

  private static boolean isBeside(Course course) {
    return course.name.startsWith("started by");
  }

  void park(Course course) {
    parked.add(course);
  }

  void repeated() {
    repetitions.incrementAndGet();
  }

  void refused() {
    refusals.incrementAndGet();
  }

  /** Somebody had to write a form anew; the reasons are shown, so that a mistake of the run itself is seen. */
  void corrected(String reason) {
    corrections.merge(reason.substring(0, Math.min(LONGEST_REASON, reason.length())).replaceAll("[0-9]+", "#"), 1, Integer::sum);
  }

  void incident(Course course, RuntimeException why, List<String> open) {
    if (!isBeside(course)) {
      stuckCases.incrementAndGet();
    }
    if (course.instance != null) {
      stuck.add(course.instance);
    }
    if (incidentCount.incrementAndGet() <= MOST_SHOWN) {
      StringWriter trace = new StringWriter();
      why.printStackTrace(new PrintWriter(trace));
      System.out.println("INCIDENT " + course.number + " (" + course.name + "), step " + course.steps + ", open " + open + ", last steps " + course.way + ", customer " + course.customer
          + "\n" + trace.toString().substring(0, Math.min(MOST_OF_TRACE, trace.toString().length())));
    }
  }

  List<Course> takeParked() {
    List<Course> taken = List.copyOf(parked);
    parked.removeAll(taken);
    return taken;
  }

  boolean isNobodyParked() {
    return parked.isEmpty();
  }

  /** Instances of those put aside and of those that went no further. */
  List<String> known() {
    return Stream.concat(parked.stream().map(course -> course.instance), stuck.stream()).toList();
  }

  int endedCases() {
    return ended.get();
  }

  /** Generated cases that need nobody any more: those that ended and those that went no further. */
  int doneCases() {
    return ended.get() + stuckCases.get();
  }

  int besides() {
    return endedBeside.get();
  }

  int incidents() {
    return incidentCount.get();
  }

  int repetitions() {
    return repetitions.get();
  }

  int refusals() {
    return refusals.get();
  }

  Map<String, Integer> corrections() {
    return new TreeMap<>(corrections);
  }

  long steps() {
    return steps.get();
  }

  Map<String, AtomicInteger> kinds() {
    return new TreeMap<>(kinds);
  }
}
