package dev.kefu.document.printing;

import static dev.kefu.document.PaperTrial.RECEIVER;
import static dev.kefu.document.PaperTrial.SECRET;
import static dev.kefu.document.PaperTrial.SPECIALIST;
import static dev.kefu.document.PaperTrial.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.document.PaperTrial;
import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.CaseRecords;
import dev.kefu.engine.ShownField;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prints forms of real cases over HTTP, as the demo users, and reads what is on them. */
@KefuIT
class PrintingIT {

  private static final String STRANGER = "legal-counsel";
  private static final Path PICTURES = Path.of("target/documents");

  @Autowired private ProcessEngine engine;
  @Autowired private CaseRecords records;
  @Autowired private PaperForms papers;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;
  private PaperTrial trial;

  @BeforeEach
  void prepare() {
    trial = new PaperTrial(engine, clock);
  }

  @Test
  void everyFormOfAComplaintPrintsWithEveryValueAndTheNamesOfThoseWhoSign() throws IOException {
    String number = trial.endedComplaint();
    CaseRecord record = records.of(number).orElseThrow();

    JsonNode list = http.withBasicAuth(SUPERVISOR, password).getForObject("/api/cases/" + number + "/documents", JsonNode.class);

    assertThat(list.at("/documents").findValuesAsText("formId")).containsExactly("complaint-registration-form", "complaint-investigation-form", "complaint-report-form",
        "complaint-tracking-form", "callback-form", "complaint-remedy-form");
    for (String formId : list.at("/documents").findValuesAsText("formId")) {
      String text = text(print(SUPERVISOR, number, formId), formId);
      PaperForm paper = papers.find(formId).orElseThrow();
      assertThat(text).contains(squeezed(paper.title()), number, paper.number());
      values(record, paper).forEach(value -> assertThat(text).as(formId).contains(squeezed(value)));
    }
    assertThat(text(print(SUPERVISOR, number, "callback-form"), "callback")).contains(squeezed("Case behind it 來源案件 " + number), squeezed("Why call back 回訪原由 Complaint closed 投訴結案"));
  }

  /** What stands in the last version of each form that the paper is made of. */
  private static Stream<String> values(CaseRecord record, PaperForm paper) {
    return paper.forms().stream().flatMap(form -> record.forms().stream().filter(handedIn -> handedIn.formId().equals(form)).reduce((earlier, later) -> later).stream())
        .flatMap(handedIn -> handedIn.fields().stream()).flatMap(PrintingIT::values);
  }

  private static Stream<String> values(ShownField field) {
    return field.rows() == null ? Stream.ofNullable(field.value()) : field.rows().stream().flatMap(List::stream).flatMap(PrintingIT::values);
  }

  @Test
  void theRegistrationSaysWhatWasTypedAndWhoSignedIt() throws IOException {
    String number = trial.reviewedComplaint();

    String text = text(print(SPECIALIST, number, "complaint-registration-form"), "registration");

    assertThat(text).contains(Stream.of("Complaint registration 客戶投訴登記表", "Form 表單 F20", "Ms Lin 林女士", "+85223456789", "12 Harbour Road 港灣道十二號", "SO-2026-0815",
        "Glass set 玻璃杯套裝 (简体字：国务院总理签发)", "answered my letters <twice> & more. 包裹開封，兩隻玻璃杯破碎", "1,234.50 元", "Delivery",
        "Regular customer 老客戶", "Ordinary 一般", "F20 · " + number).map(PrintingIT::squeezed).toArray(String[]::new));
    CaseRecord record = records.of(number).orElseThrow();
    for (String form : List.of("complaint-handling-receive", "complaint-handling-register", "complaint-handling-inquiry-assign")) {
      HandedIn signed = record.forms().stream().filter(one -> one.formId().equals(form)).findFirst().orElseThrow();
      assertThat(text).contains(squeezed(record.people().get(signed.by()))).contains(squeezed("Date 日期: " + minute(signed.at())));
    }
    assertThat(text).contains(squeezed("Prepared by 編制"), squeezed("Reviewed by 審核"), squeezed("Approved by 批準"));
  }

  @Test
  void aFormPrintsWhileTheCaseRunsAndNobodySignsBeforeTheyDo() throws IOException {
    String number = trial.receivedComplaint();

    String text = text(print(RECEIVER, number, "complaint-registration-form"), "received");

    assertThat(text).contains(squeezed("Reviewed by 審核"), squeezed("Severity 等級"), squeezed("Date 日期:"));
    assertThat(print(SUPERVISOR, number, "complaint-report-form").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(print(SUPERVISOR, number, "no-such-form").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(print(SUPERVISOR, "CMP-1999-000001", "complaint-report-form").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void aCorrectedFormPrintsTheNewWordAndSaysWhoCorrectedIt() throws IOException {
    String number = trial.registeredComplaint();
    Map<String, Object> corrected = Map.of("nature", "complaint", "kind", "deliveryPacking",
        "personsComplainedAbout", List.of(), "remarks", "First order 首次訂購");
    ResponseEntity<String> answer = http.withBasicAuth(SUPERVISOR, password).postForEntity("/api/cases/" + number + "/corrections",
        Map.of("root", "registration", "reason", "Mixed up 混淆", "data", corrected), String.class);
    assertThat(answer.getStatusCode().is2xxSuccessful()).as(answer.getBody()).isTrue();

    String text = text(print(SUPERVISOR, number, "complaint-registration-form"), "corrected");

    assertThat(text).contains(squeezed("First order 首次訂購")).doesNotContain("老客戶").contains(squeezed("Corrections 更正"), squeezed("Mixed up 混淆"));
    List<HandedIn> versions = records.of(number).orElseThrow().forms().stream().filter(form -> form.root().equals("registration")).toList();
    assertThat(versions).extracting(HandedIn::by, HandedIn::correction)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(SPECIALIST, null), org.assertj.core.groups.Tuple.tuple(SUPERVISOR, "Mixed up 混淆"));
  }

  @Test
  void onlyThoseWhoMayReadTheCasePrintIt() {
    String number = trial.receivedComplaint();

    assertThat(print(STRANGER, number, "complaint-registration-form").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(http.withBasicAuth(STRANGER, password).getForEntity("/api/cases/" + number + "/documents", String.class).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(http.getForEntity("/api/cases/" + number + "/documents", String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(print(RECEIVER, number, "complaint-registration-form").getStatusCode()).isEqualTo(HttpStatus.OK);
  }

  @Test
  void aClassifiedFieldPrintsForThoseAloneWhoMayReadItAndEachPrintingIsAudited() throws IOException {
    String number = trial.recordedHelp();

    String others = text(print(RECEIVER, number, "customer-help-form"), "help-hidden");
    String readers = text(print("customer-service-manager", number, "customer-help-form"), "help-shown");

    assertThat(others).contains(squeezed("Confidential details 保密情況"), squeezed("classified 保密")).doesNotContain(squeezed(SECRET));
    assertThat(readers).contains(squeezed(SECRET));
    assertThat(audited(number, "print")).isEqualTo(2);
    assertThat(jdbc.sql("select count(*) from audit_entries where case_number = ? and kind = 'CLASSIFIED_READ' and actor = 'customer-service-manager'").param(number)
        .query(Integer.class).single()).isOne();
  }

  private int audited(String number, String action) {
    return jdbc.sql("select count(*) from audit_entries where case_number = ? and action = ?").params(number, action).query(Integer.class).single();
  }

  @Test
  void chineseIsInsideTheFile() throws IOException {
    String number = trial.receivedComplaint();
    try (PDDocument pdf = Loader.loadPDF(print(RECEIVER, number, "complaint-registration-form").getBody())) {
      for (var name : pdf.getPage(0).getResources().getFontNames()) {
        PDFont font = pdf.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      }
      assertThat(pdf.getDocumentInformation().getTitle()).contains(number, "客戶投訴登記表");
    }
  }

  private ResponseEntity<byte[]> print(String user, String number, String formId) {
    return http.withBasicAuth(user, password).getForEntity("/api/cases/" + number + "/documents/" + formId + ".pdf", byte[].class);
  }

  /** All text without white space, as lines break anywhere; the pages are kept as pictures for those who want to look. */
  private static String text(ResponseEntity<byte[]> printed, String picture) throws IOException {
    assertThat(printed.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(printed.getHeaders().getContentDisposition().isAttachment()).isTrue();
    Files.createDirectories(PICTURES);
    try (PDDocument pdf = Loader.loadPDF(printed.getBody())) {
      for (int page = 0; page < pdf.getNumberOfPages(); page++) {
        BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page, 90);
        ImageIO.write(image, "png", PICTURES.resolve(picture + "-" + (page + 1) + ".png").toFile());
      }
      return squeezed(new PDFTextStripper().getText(pdf));
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private String minute(Instant moment) {
    return java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(moment.atZone(clock.getZone()));
  }
}
