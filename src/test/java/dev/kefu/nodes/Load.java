package dev.kefu.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.demo.CaseWork;
import dev.kefu.demo.CaseWork.OpenTask;
import dev.kefu.demo.FilledForm;
import dev.kefu.demo.KefuClient;
import dev.kefu.nodes.Ledger.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * People and a web shop at work on all nodes at once: complaints come in, cases of the trial are started and worked to their ends. Each request goes to the next
 * node; what was not answered is looked up and gone on with, as people and programs do.
 */
final class Load {

  /** The process of these tests. */
  static final String TRIAL = "nodes-trial";

  /** Who starts such cases. */
  static final String STARTER = "call-center-agent";

  private static final Duration BREATH = Duration.ofMillis(200);
  private static final Duration END = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final List<URI> nodes;
  private final List<CaseWork> desks;
  private final Ledger ledger;
  private final String token;
  private final AtomicInteger turns = new AtomicInteger();
  private final List<Thread> workers = new ArrayList<>();
  private final List<Throwable> faults = new ArrayList<>();
  private final Map<String, Integer> unanswered = new ConcurrentHashMap<>();
  private volatile CountDownLatch ending = new CountDownLatch(1);

  /**
   * People and a program.
   *
   * @param token with which the web shop hands complaints in
   */
  Load(List<URI> nodes, Ledger ledger, String password, String token) {
    this.nodes = nodes;
    this.desks = nodes.stream().map(node -> new CaseWork(new KefuClient(node, password))).toList();
    this.ledger = ledger;
    this.token = token;
  }

  /** Lets so many go to work. */
  void begin(int people) {
    ending = new CountDownLatch(1);
    IntStream.range(0, people).forEach(number -> {
      Thread worker = new Thread(this::work, "load-" + number);
      workers.add(worker);
      worker.start();
    });
  }

  /** Lets everybody finish the request in hand; fails when somebody met what nobody may meet. */
  void end() throws InterruptedException {
    ending.countDown();
    for (Thread worker : workers) {
      worker.join(END.toMillis());
      if (worker.isAlive()) {
        throw new IllegalStateException(worker.getName() + " has no answer since " + END);
      }
    }
    workers.clear();
    synchronized (faults) {
      List<Throwable> met = List.copyOf(faults);
      faults.clear();
      if (!met.isEmpty()) {
        throw new AssertionError(met.size() + " of those at work met what nobody may meet", met.get(0));
      }
    }
  }

  /** How many requests were not answered, by what was met instead. */
  Map<String, Integer> unanswered() {
    return Map.copyOf(unanswered);
  }

  /** Hands a complaint in on the next node and returns the case number. */
  String complain(String reference) {
    URI node = nodes.get(next());
    Map<String, Object> complaint = Map.of("anonymous", true, "receivedAt", "2026-11-23T09:30+08:00", "channel", "web", "content", "The machine stops every morning. " + reference,
        "complaintReason", "It was repaired twice.", "demands", List.of("explainApologise"));
    return ask(Kind.COMPLAINT, reference, () -> post(node.resolve("/api/complaints"), Map.of("reference", reference, "complaint", complaint)).path("caseNumber").asText());
  }

  /** Starts a case of the trial on the next node and returns its number. */
  String start() {
    return ask(Kind.START, "case-" + NAMES.incrementAndGet(), () -> desks.get(next()).start(STARTER, TRIAL));
  }

  /** Does what of a case waits for somebody; false when nothing does. */
  boolean goOn(String caseNumber, String way) {
    CaseWork desk = desks.get(next());
    List<OpenTask> open = desk.open(caseNumber);
    open.forEach(task -> handIn(desk, task, way));
    return !open.isEmpty();
  }

  /** A task that is nobody's any more was done by a request that was not answered. */
  private void handIn(CaseWork desk, OpenTask task, String way) {
    desk.performer(task).ifPresent(performer -> ask(Kind.FORM, task.id(), () -> {
      desk.submit(task, performer, form(task, way));
      return "";
    }));
  }

  private static FilledForm form(OpenTask task, String way) {
    return switch (task.step()) {
      case "record" -> new FilledForm("record", Map.of("way", way));
      case "confirm" -> new FilledForm("confirmation", Map.of("note", "Seen 已閱"));
      case "register" -> new FilledForm("registration", Map.of("nature", "complaint", "kind", "other", "settleAtOnce", false, "remarks", "None"));
      default -> throw new IllegalArgumentException("Nobody has said what is written in step " + task.step());
    };
  }

  private void work() {
    try {
      for (int turn = 0; !isEnding(); turn++) {
        if (turn % 3 == 0) {
          workComplaint("R-" + NAMES.incrementAndGet());
        } else {
          workTrial();
        }
      }
    } catch (RuntimeException | Error fault) {
      synchronized (faults) {
        faults.add(fault);
      }
    }
  }

  /** The program asks until it knows; who registers looks again whether it was. */
  private void workComplaint(String reference) {
    String caseNumber = null;
    while (caseNumber == null && !isEnding()) {
      caseNumber = tried(() -> complain(reference), null);
    }
    Boolean registered = null;
    while (caseNumber != null && registered == null && !isEnding()) {
      String number = caseNumber;
      registered = tried(() -> goOn(number, ""), null);
    }
  }

  private void workTrial() {
    String caseNumber = tried(this::start, null);
    int steps = 0;
    while (caseNumber != null && steps < 2 && !isEnding()) {
      steps += tried(() -> goOn(caseNumber, "works"), false) ? 1 : 0;
      breathe();
    }
  }

  /** An answer, or what takes its place when there is none. A refusal is one where somebody else, or the same request before, was faster. */
  private <T> T tried(Supplier<T> request, T otherwise) {
    try {
      return request.get();
    } catch (UncheckedIOException | KefuClient.Refused none) {
      String met = none instanceof KefuClient.Refused refused ? String.valueOf(refused.status()) : String.valueOf(none.getCause());
      unanswered.merge(met, 1, Integer::sum);
      breathe();
      return otherwise;
    }
  }

  private String ask(Kind kind, String subject, Supplier<String> request) {
    ledger.sent(kind, subject);
    try {
      String result = request.get();
      ledger.accepted(kind, subject, result);
      return result;
    } catch (KefuClient.Refused refused) {
      if (refused.status() < 500) {
        ledger.refused(kind, subject);
      }
      throw refused;
    }
  }

  private JsonNode post(URI address, Object body) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new KefuClient.Refused(answer.statusCode(), answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int next() {
    return turns.getAndIncrement() % nodes.size();
  }

  private boolean isEnding() {
    return ending.getCount() == 0;
  }

  private void breathe() {
    try {
      ending.await(BREATH.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
