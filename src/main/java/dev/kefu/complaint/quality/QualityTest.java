package dev.kefu.complaint.quality;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Map;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A test of a sample, ours or the binding one of an outside laboratory. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class QualityTest {

  private static final Map<String, String> RESULTS = Map.of("pass", "pass 合格", "fail", "fail 不合格", "undetermined", "cannot be told 無法判定");

  private String sampleNo;
  private LocalDate testedOn;
  private String testedBy;
  private boolean thirdParty;
  private String laboratory;
  private String reportNo;
  private String result;
  @Enumerated(EnumType.STRING)
  private Fault fault;
  private String findings;

  QualityTest(Testing testing, boolean thirdParty, String by) {
    sampleNo = testing.sample();
    testedOn = testing.testedOn();
    testedBy = by;
    this.thirdParty = thirdParty;
    laboratory = testing.laboratory();
    reportNo = testing.reportNo();
    result = testing.testResult();
    findings = testing.findings();
    fault = faultOf(testing, thirdParty);
  }

  /** What not even the outside laboratory can tell counts in the customer's favour. */
  private static Fault faultOf(Testing testing, boolean thirdParty) {
    return switch (testing.testResult()) {
      case "pass" -> Fault.NOT_OURS;
      case "fail" -> "customer".equals(testing.fault()) ? Fault.NOT_OURS : Fault.OURS;
      default -> thirdParty ? Fault.OURS : Fault.UNKNOWN;
    };
  }

  /** For people. */
  String line() {
    return "- %s, %s%s: %s. %s".formatted(testedOn, sampleNo, thirdParty ? " (" + laboratory + ", " + reportNo + ")" : "", RESULTS.getOrDefault(result, result), findings);
  }
}
