package dev.kefu.demo.help;

import dev.kefu.demo.KefuClient;
import dev.kefu.demo.help.HelpCaseFile.HelpCase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Works the reviewed public help requests to their ends, only through HTTP. Safe to repeat: a request that has its case is not recorded
 * again, and a case that was left open is worked on.
 */
class HelpRequests {

  private final HelpDesk desk;
  private final HelpCaseFile file;
  private final Consumer<String> out;

  HelpRequests(KefuClient kefu, Clock clock, Consumer<String> out) {
    this.desk = new HelpDesk(kefu, clock);
    this.file = new HelpCaseFile(kefu);
    this.out = out;
  }

  /** Prints a line for each case and a comparison with what the reviewer expects. */
  List<Result> run() {
    List<Result> results = HelpRequest.all().stream().map(this::work).toList();
    out.accept("Help requests: " + results.stream().filter(Result::asExpected).count() + " of " + results.size() + " as expected; routes "
        + count(results, result -> result.actual().route()) + ", ends " + count(results, result -> result.actual().end()));
    return results;
  }

  private Result work(HelpRequest request) {
    HelpCase helpCase = file.find(request).orElseGet(() -> desk.start(request));
    List<String> steps = helpCase.running() ? desk.work(request, helpCase) : List.of();
    Result result = new Result(request, file.read(helpCase.caseNumber()), steps);
    out.accept(result.line());
    return result;
  }

  private static Map<String, Long> count(List<Result> results, Function<Result, String> what) {
    return results.stream().collect(Collectors.groupingBy(what, TreeMap::new, Collectors.counting()));
  }

  /**
   * How a request went.
   *
   * @param request as reviewed
   * @param actual what the case came to
   * @param steps what was done in this run; nothing when it was worked before
   */
  record Result(HelpRequest request, HelpCase actual, List<String> steps) {

    boolean asExpected() {
      return request.route().equals(actual.route()) && request.end().equals(actual.end());
    }

    String line() {
      return String.join("  ", actual.caseNumber(), "complaint " + request.complaintId(), "route " + actual.route(),
          "end " + actual.end(), asExpected() ? "as expected" : "EXPECTED " + request.route() + ", " + request.end(),
          steps.isEmpty() ? "(worked before)" : String.join(" → ", steps));
    }
  }
}
