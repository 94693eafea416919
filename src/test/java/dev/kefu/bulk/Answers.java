package dev.kefu.bulk;

import dev.kefu.engine.form.FormAnswers.Field;
import dev.kefu.reporting.FormLabels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** What a person writes into one form of a case: by the kind's weights, by what was said before, else anything that the form allows. */
@RequiredArgsConstructor
final class Answers {

  /** Variables that answers must agree with. */
  static final Set<String> FACTS = Set.of("remedies", "remedyAmount", "refundable", "fetchLines", "disposal", "obligatory");

  private static final Map<String, String> CAUSES = FormLabels.of("complaint/complaint-handling-inquiry-investigate", "investigation.causeCategory");
  private static final List<String> REMEDIES = List.of("apology", "repair", "rework", "exchange", "return", "allowance", "compensation", "recall");
  private static final Set<String> PAID = Set.of("return", "allowance", "compensation");
  private static final Set<String> ON_SLIP = Set.of("return", "exchange", "allowance", "recall");
  private static final List<String> COMPLAINED_ABOUT = List.of("complaint-specialist", "after-sales-specialist", "call-center-agent");
  private static final Map<String, Integer> SUMS = Map.of("100.00", 30, "450.00", 30, "800.00", 20, "3000.00", 12, "9000.00", 8);

  private static final Pattern LINE = Pattern.compile("Line 行 (\\d+)");

  private final Kinds kinds;
  private final Course course;
  private final Map<String, Object> facts;
  private final OffsetDateTime now;
  private final Map<String, Object> given = new HashMap<>();

  Optional<Object> to(Field field) {
    Optional<Object> answer = fact(field);
    if (answer.isEmpty()) {
      answer = weighted(field);
    }
    if (answer.isEmpty()) {
      answer = any(field);
    }
    answer.ifPresent(value -> given.put(field.path(), value));
    return answer;
  }

  private Optional<Object> weighted(Field field) {
    Map<String, Integer> weights = course.kind.answersTo(field.path(), kinds);
    if (weights == null) {
      return Optional.empty();
    }
    List<Object> options = field.options();
    Map<String, Integer> possible = new LinkedHashMap<>(weights);
    possible.keySet().removeIf(answer -> !options.isEmpty() && !field.isMulti() && !options.contains(answer));
    if (possible.isEmpty()) {
      return Optional.empty();
    }
    String picked = Kinds.pick(possible, course.random);
    if (field.isTicked()) {
      return Optional.of(Boolean.valueOf(picked));
    }
    if (field.isMulti()) {
      return Optional.of(List.of(picked.split("\\+")));
    }
    return Optional.of(field.isNumber() ? new BigDecimal(picked) : picked);
  }

  private Optional<Object> any(Field field) {
    if (field.isMoment()) {
      return Optional.of(field.written(now));
    }
    if (field.isTicked()) {
      return Optional.of(field.isRequired() || course.random.nextInt(8) == 0);
    }
    List<Object> options = field.options();
    if (options.isEmpty() || !field.isRequired()) {
      return Optional.empty();
    }
    Object option = options.get(course.random.nextInt(options.size()));
    return Optional.of(field.isMulti() ? List.of(option) : option);
  }

  private Optional<Object> fact(Field field) {
    return Optional.ofNullable(switch (field.path()) {
      case "reception.customer", "registration.customerName", "need.customer" -> course.customer;
      case "request.customer" -> "Blue Lake Foods";
      case "choice.query" -> "Blue Lake Foods";
      case "registration.phone" -> "139" + "%08d".formatted(Math.floorMod(course.customer.hashCode(), 100_000_000));
      case "reception.content" -> course.content;
      case "reception.product" -> course.product;
      case "registration.personsComplainedAbout" -> course.random.nextInt(25) == 0 ? List.of(COMPLAINED_ABOUT.get(course.random.nextInt(COMPLAINED_ABOUT.size()))) : List.of();
      case "response.contacts", "explanation.contacts", "offer.contacts" -> contacts(field);
      case "extension.newDueDate", "need.due", "cooperation.neededBy" -> field.written(now.plusDays(10));
      case "appointment.plannedAt", "arrangement.appointment" -> field.written(now.plusHours(1));
      case "arrangement.promisedOn" -> field.written(now.plusDays(10));
      case "visit.acceptedAt" -> field.written(now.minusHours(2));
      case "visit.arrivedAt" -> field.written(now.minusHours(1));
      case "roster.rows[].day", "roster.rows[].lastDay", "roster.leaves[].firstDay", "roster.leaves[].lastDay" -> facts.get("month") + "-05";
      case "diagnosis.newVisit", "partsSupply.expectedOn" -> field.written(now.plusDays(2));
      default -> remedy(field);
    });
  }

  private List<Map<String, Object>> contacts(Field field) {
    course.contacts++;
    String root = field.path().substring(0, field.path().indexOf('.'));
    return List.of(Map.of("time", now.plusMinutes(course.contacts).withSecond(0).withNano(0).toString(), "way", "phone",
        "answered", !"notReached".equals(given.get(root + ".outcome")), "content", "Call 電話", "reaction", "Calm 平和"));
  }

  private Object remedy(Field field) {
    return switch (field.path()) {
      case "proposal.remedies" -> remedies();
      case "proposal.amount" -> ((List<?>) given.get("proposal.remedies")).stream().anyMatch(PAID::contains) ? Kinds.pick(SUMS, course.random)
          : course.random.nextInt(8) == 0 ? "6000.00" : "0.00";
      case "slip.rows" -> slip();
      case "pickUp.rows" -> goods();
      case "payment.paidAmount" -> share();
      case "refund.refundAmount" -> String.valueOf(facts.get("refundable"));
      default -> quality(field);
    };
  }

  private Object quality(Field field) {
    return switch (field.path()) {
      case "report.responsibility", "judgement.shares" -> List.of(Map.of("department", "logistics", "share", 100));
      case "judgement.goodsValue", "judgement.resalePrice" -> "500.00";
      case "judgement.allowanceLoss", "salesProposal.damagesAmount" -> "200.00";
      case "effect.batches" -> batches(course.random.nextInt(6) == 0);
      case "effect.effectCheck" -> String.valueOf(given.get("effect.batches")).contains("recurred=true") ? "ineffective" : "effective";
      case "action.actions" -> actions();
      case "execution.released" -> "scrap".equals(facts.get("disposal")) ? BigDecimal.ZERO : BigDecimal.TEN;
      case "execution.scrapped" -> "scrap".equals(facts.get("disposal")) ? BigDecimal.TEN : BigDecimal.ZERO;
      default -> null;
    };
  }

  /** A correction for each cause that the form names as one that must be corrected. */
  private List<Map<String, Object>> actions() {
    List<Map<String, Object>> obligatory = CAUSES.entrySet().stream().filter(cause -> String.valueOf(facts.get("obligatory")).contains(cause.getValue() + ": "))
        .map(cause -> action(cause.getKey(), "correction")).toList();
    return obligatory.isEmpty() ? List.of(action("service", "training")) : obligatory;
  }

  private static Map<String, Object> action(String cause, String measure) {
    return Map.of("cause", cause, "measure", measure, "department", "quality", "what", "Do better 改進");
  }

  private List<Map<String, Object>> batches(boolean recurred) {
    return Stream.of("N1", "N2", "N3").map(batch -> Map.<String, Object>of("batch", batch + "-" + course.steps, "checkedOn", now.toLocalDate().toString(), "recurred", recurred)).toList();
  }

  private List<String> remedies() {
    int many = course.random.nextInt(10);
    Set<String> some = new TreeSet<>();
    for (int i = 0; i < (many < 6 ? 1 : many < 8 ? 2 : many < 9 ? 3 : 5); i++) {
      some.add(REMEDIES.get(course.random.nextInt(REMEDIES.size())));
    }
    return List.copyOf(some);
  }

  private List<String> approved() {
    return ((List<?>) facts.get("remedies")).stream().map(String::valueOf).toList();
  }

  /** What each branch that pays may pay. */
  private String share() {
    long branches = approved().stream().filter(PAID::contains).count();
    return new BigDecimal(facts.get("remedyAmount").toString()).divide(BigDecimal.valueOf(Math.max(1, branches)), 2, RoundingMode.DOWN).toPlainString();
  }

  private List<Map<String, Object>> slip() {
    return approved().stream().filter(ON_SLIP::contains)
        .map(kind -> Map.<String, Object>of("kind", kind, "product", "Pump 泵", "batch", "B7", "quantity", 2, "unitPrice", PAID.contains(kind) ? share() : "50.00",
            "amount", PAID.contains(kind) ? share() : "50.00")).toList();
  }

  /** The lines that the form names, as they should come back; now and then a piece is missing. */
  private List<Map<String, Object>> goods() {
    boolean again = course.said.containsKey("settlement");
    return LINE.matcher(String.valueOf(facts.get("fetchLines"))).results().map(line -> {
      int fault = again ? 0 : course.random.nextInt(12);
      return Map.<String, Object>of("line", Integer.parseInt(line.group(1)), "received", fault == 1 ? 1 : 2, "state", fault == 2 ? "mixed" : fault % 3 == 0 ? "intact" : "defective");
    }).toList();
  }
}
