package dev.kefu.demo.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.demo.FilledForm;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reviewed file against numbers that were counted by hand in the public collection. */
class RealComplaintTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2017-03-06T10:30+08:00");

  private final List<RealComplaint> complaints = RealComplaint.all();

  @Test
  void everyComplaintStandsThereOnce() {
    assertThat(complaints).hasSize(145).extracting(RealComplaint::complaintId).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9]+"));
    assertThat(complaints).extracting(RealComplaint::phone).doesNotHaveDuplicates().allMatch(phone -> phone.matches("\\+1 (202|303) 555 01[0-9]{2}"));
    assertThat(complaints).allSatisfy(complaint -> assertThat(complaint.customer()).isEqualTo("Consumer " + complaint.complaintId()));
    assertThat(complaints).extracting(RealComplaint::receivedOn).isSorted().startsWith(LocalDate.of(2012, 5, 22)).endsWith(LocalDate.of(2017, 5, 3));
  }

  @Test
  void countsAreThoseOfTheCollection() {
    assertThat(count(RealComplaint::channel)).isEqualTo(Map.of("web", 101L, "authority", 24L, "letter", 11L, "phone", 9L));
    assertThat(count(RealComplaint::kind)).isEqualTo(Map.of("other", 49L, "priceContract", 44L, "afterSales", 38L, "serviceAttitude", 8L, "promiseAdvertising", 5L, "privacy", 1L));
    assertThat(count(RealComplaint::severity)).isEqualTo(Map.of("ordinary", 133L, "major", 12L));
    assertThat(count(RealComplaint::end)).isEqualTo(Map.of("closed", 135L, "open", 10L));
    assertThat(count(RealComplaint::late)).isEqualTo(Map.of(true, 11L, false, 134L));
    assertThat(count(RealComplaint::disputed)).isEqualTo(Map.of(true, 4L, false, 141L));
  }

  @Test
  void repeatedMeansMajorAndNothingElseDoes() {
    assertThat(complaints).allMatch(complaint -> complaint.repeated() == "major".equals(complaint.severity()));
    assertThat(complaints).filteredOn(RealComplaint::repeated).filteredOn(complaint -> !Set.of("2329445", "2371677").contains(complaint.complaintId())).hasSize(10)
        .allMatch(complaint -> complaint.complaintReason().startsWith("Cont'd attempts collect debt not owed")
            || complaint.complaintReason().startsWith("Credit reporting company's investigation"));
  }

  @Test
  void answersAndAmountsBelongTogether() {
    assertThat(complaints).allMatch(complaint -> "inProgress".equals(complaint.response()) == "open".equals(complaint.end()));
    assertThat(complaints).filteredOn(complaint -> "compensation".equals(complaint.response())).allMatch(complaint -> complaint.amount().compareTo(new BigDecimal("100.00")) >= 0);
    assertThat(complaints).filteredOn(complaint -> "apology".equals(complaint.response())).allMatch(complaint -> complaint.amount().signum() == 0);
    assertThat(complaints).filteredOn(complaint -> complaint.claimedAmount() != null).singleElement()
        .satisfies(complaint -> assertThat(complaint.complaintId()).isEqualTo("2216206"))
        .satisfies(complaint -> assertThat(complaint.claimedAmount()).isEqualByComparingTo("350.00"))
        .satisfies(complaint -> assertThat(complaint.amount()).isEqualByComparingTo("350.00"));
  }

  @Test
  void narrativesWereReadOneByOne() {
    Map<String, RealComplaint> byId = complaints.stream().collect(Collectors.toMap(RealComplaint::complaintId, Function.identity()));
    assertThat(byId.get("1914423").severity()).isEqualTo("major");
    assertThat(byId.get("1914423").late()).isTrue();
    assertThat(byId.get("2371616").kind()).isEqualTo("promiseAdvertising");
    assertThat(byId.get("2371744").kind()).isEqualTo("serviceAttitude");
    assertThat(byId.get("2371744").disputed()).isTrue();
    assertThat(byId.get("2371744").content()).startsWith("My wife and I visited").hasSizeLessThanOrEqualTo(2000).endsWith("[…]");
    assertThat(byId.get("2371928").kind()).isEqualTo("serviceAttitude");
    assertThat(byId.get("2412732").severity()).isEqualTo("ordinary");
  }

  @Test
  void whatIsWrittenFitsTheReceivingForm() {
    assertThat(complaints).allSatisfy(complaint -> {
      assertThat(complaint.content()).hasSizeBetween(10, 2000);
      assertThat(complaint.complaintReason()).hasSizeBetween(1, 1000);
      assertThat(complaint.product()).hasSizeBetween(1, 100);
      assertThat(complaint.remarks()).hasSizeBetween(1, 1000);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"complaint/complaint-handling-receive", "information/customer-lookup-choose", "information/customer-lookup-register", "complaint/complaint-handling-register",
      "complaint/complaint-handling-inquiry-assign", "complaint/complaint-handling-inquiry-respond", "complaint/complaint-handling-inquiry-investigate",
      "complaint/complaint-handling-inquiry-investigate-department", "complaint/complaint-handling-inquiry-explain", "complaint/complaint-handling-solution-propose",
      "governance/approval-decide", "complaint/complaint-handling-solution-offer", "complaint/complaint-remedy-apologise", "complaint/complaint-remedy-pay",
      "complaint/complaint-handling-execution-verify", "complaint/complaint-handling-closing-report", "complaint/complaint-handling-closing-review",
      "relationship/customer-callback-plan", "relationship/customer-callback-prepare", "relationship/customer-callback-do", "relationship/customer-callback-report",
      "relationship/customer-callback-review"})
  void everyFieldAndCodeExistsInTheForm(String file) throws IOException {
    JsonNode form = new ObjectMapper().readTree(Files.readString(Path.of("forms", file + ".form")));
    List<JsonNode> fields = form.findParents("type");
    List<RealComplaint> founded = complaints.stream().filter(RealComplaint::founded).toList();
    for (RealComplaint complaint : file.contains("solution") || file.contains("remedy") ? founded : complaints) {
      FilledForm filled = ComplaintForm.of(form.get("id").asText(), complaint, "complaint-specialist", false, NOW);
      filled.data().forEach((name, value) -> {
        List<String> codes = offered(fields, filled.root() + "." + name);
        List<String> written = value instanceof List<?> several ? several.stream().map(Object::toString).toList() : List.of(value.toString());
        assertThat(codes.isEmpty() || codes.containsAll(written)).as("%s.%s offers %s", filled.root(), name, written).isTrue();
      });
    }
  }

  /** The codes of the field's options, none where it has no list of its own; fails for a field that the form does not have. */
  private static List<String> offered(List<JsonNode> fields, String key) {
    JsonNode field = fields.stream().filter(one -> key.equals(one.path("key").asText(one.path("path").asText()))).findFirst()
        .orElseThrow(() -> new AssertionError("The form has no field " + key));
    List<String> codes = new ArrayList<>();
    field.path("values").forEach(option -> codes.add(option.get("value").asText()));
    return codes;
  }

  private <T> Map<T, Long> count(Function<RealComplaint, T> what) {
    return complaints.stream().collect(Collectors.groupingBy(what, Collectors.counting()));
  }
}
