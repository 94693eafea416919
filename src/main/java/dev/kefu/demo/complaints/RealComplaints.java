package dev.kefu.demo.complaints;

import dev.kefu.demo.CaseWork;
import dev.kefu.demo.CaseWork.OpenTask;
import dev.kefu.demo.CaseWork.Performer;
import dev.kefu.demo.KefuClient;
import dev.kefu.demo.complaints.ComplaintFile.ComplaintCase;
import dev.kefu.demo.complaints.ComplaintFile.Known;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Works the reviewed public complaints to their ends, persons only through HTTP. Of all that is to do, the earliest comes first: the clock is moved
 * there, what comes by itself comes, and whoever has the task does it. Safe to kill and to repeat: a complaint that has its case is not received
 * again, a case that was left open is worked on, and an empty first step is used.
 */
class RealComplaints {

  private static final String PROCESS = "complaint-handling";
  private static final String PAYMENT = "complaint-remedy-pay";
  private static final String CALLBACK_REVIEW = "customer-callback-review";
  private static final String INQUIRY = "complaint-handling-inquiry-investigate";

  private final ComplaintFile file;
  private final CaseWork work;
  private final World world;
  private final Consumer<String> out;
  private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(Turn::position));
  private final Queue<String> emptyStarts = new ArrayDeque<>();
  private final List<Result> results = new ArrayList<>();
  private List<RealComplaint> complaints = List.of();

  RealComplaints(KefuClient kefu, World world, Consumer<String> out) {
    this.file = new ComplaintFile(kefu);
    this.work = new CaseWork(kefu);
    this.world = world;
    this.out = out;
  }

  /** Prints a line for each case that needs nothing more, and a comparison with what the reviewer expects. */
  List<Result> run() {
    complaints = RealComplaint.all();
    takeUp(file.known());
    while (!turns.isEmpty()) {
      Turn turn = turns.poll();
      world.passUntil(turn.at());
      goOn(turn);
    }
    summarise();
    return results;
  }

  /** Sees what an earlier run has done. */
  private void takeUp(Known known) {
    emptyStarts.addAll(known.emptyStarts());
    for (int position = 0; position < complaints.size(); position++) {
      RealComplaint complaint = complaints.get(position);
      String caseNumber = known.caseNumbers().get(complaint.customer());
      if (caseNumber == null) {
        turns.add(new Turn(complaint.receivedAt().atOffset(world.now().getOffset()), position, new Course(complaint, null, false, 0), null));
      } else {
        lookAhead(new Course(complaint, caseNumber, file.read(caseNumber).dissatisfied(), 0), position);
      }
    }
  }

  private void goOn(Turn turn) {
    Course course = turn.course();
    RealComplaint complaint = course.complaint();
    if (turn.task() == null) {
      String caseNumber = Optional.ofNullable(emptyStarts.poll()).orElseGet(() -> work.start(complaint.receiver(), PROCESS));
      course = new Course(complaint, caseNumber, false, 0);
    }
    OpenTask task = turn.task() == null ? work.open(course.caseNumber()).get(0) : turn.task();
    Performer performer = work.performer(task).orElseThrow(() -> new IllegalStateException(task.form() + " of complaint " + complaint.complaintId() + " is nobody's."));
    work.claim(task, performer);
    if (PAYMENT.equals(task.form())) {
      work.attach(course.caseNumber(), performer, "receipt", "receipt.txt", "Received from the firm: " + complaint.amount().toPlainString() + "\n" + complaint.customer() + "\n");
    }
    work.submit(task, performer, ComplaintForm.of(task.form(), complaint, performer.person(), course.again(), world.now()));
    boolean disputed = complaint.disputed() && CALLBACK_REVIEW.equals(task.form());
    lookAhead(new Course(complaint, course.caseNumber(), course.again() || disputed, course.steps() + 1), turn.position());
  }

  /** Puts the case's next step where its time is; a case without one, or one that stays at its inquiry, is done with. */
  private void lookAhead(Course course, int position) {
    List<OpenTask> open = work.open(course.caseNumber());
    boolean stays = RealComplaint.OPEN.equals(course.complaint().end()) && open.stream().map(OpenTask::form).anyMatch(INQUIRY::equals);
    if (open.isEmpty() || stays) {
      Result result = new Result(course.complaint(), file.read(course.caseNumber()), course.steps());
      results.add(result);
      out.accept(results.size() + "/" + complaints.size() + "  " + result.line());
    } else {
      OpenTask task = open.get(0);
      turns.add(new Turn(Pace.next(task.form(), course.complaint(), course.again(), world.now()), position, course, task));
    }
  }

  private void summarise() {
    out.accept("Complaints: " + results.stream().filter(Result::asExpected).count() + " of " + complaints.size() + " as expected; "
        + compared("severity", RealComplaint::severity, ComplaintCase::severity) + ", " + compared("end", RealComplaint::end, ComplaintCase::end) + ", "
        + compared("answered late", RealComplaint::late, ComplaintCase::late) + ", " + compared("dissatisfied at first", RealComplaint::disputed, ComplaintCase::dissatisfied) + ", "
        + compared("channel", RealComplaint::channel, ComplaintCase::channel) + ", " + compared("kind", RealComplaint::kind, ComplaintCase::kind));
  }

  private String compared(String what, Function<RealComplaint, Object> expected, Function<ComplaintCase, Object> actual) {
    Map<Object, Long> wanted = count(complaints.stream().map(expected).toList());
    Map<Object, Long> found = count(results.stream().map(Result::actual).map(actual).toList());
    return what + " " + found + (found.equals(wanted) ? "" : " EXPECTED " + wanted);
  }

  private static Map<Object, Long> count(List<Object> values) {
    return values.stream().collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
  }

  /** When something of a complaint is to be done; without a task the complaint is received. */
  private record Turn(OffsetDateTime at, int position, Course course, OpenTask task) {
  }

  /**
   * How far a complaint is.
   *
   * @param again whether the customer was dissatisfied and is served once more
   * @param steps how many were done in this run
   */
  private record Course(RealComplaint complaint, String caseNumber, boolean again, int steps) {
  }

  /**
   * How a complaint went.
   *
   * @param complaint as reviewed
   * @param actual what the case came to
   * @param steps how many were done in this run; none when it was worked before
   */
  record Result(RealComplaint complaint, ComplaintCase actual, int steps) {

    boolean asExpected() {
      return actual.isAsExpected(complaint);
    }

    String line() {
      return String.join("  ", actual.caseNumber(), "complaint " + complaint.complaintId(), actual.severity(), actual.end(), actual.late() ? "answered late" : "answered in time",
          actual.dissatisfied() ? "dissatisfied at first" : "", asExpected() ? "as expected" : "NOT AS EXPECTED: " + complaint.severity() + ", " + complaint.end()
              + (complaint.late() ? ", late" : "") + (complaint.disputed() ? ", dissatisfied at first" : ""), steps == 0 ? "(worked before)" : steps + " steps");
    }
  }
}
