package dev.kefu.demo.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpRequestTest {

  private final List<HelpRequest> requests = HelpRequest.all();

  @Test
  void tenRequestsAreReviewed() {
    assertThat(requests).hasSize(10).extracting(HelpRequest::complaintId).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9]+"));
  }

  @Test
  void everyRequestFitsItsForms() {
    assertThat(requests).allSatisfy(request -> {
      assertThat(request.content()).hasSizeBetween(5, 2000);
      assertThat(request.answer()).hasSizeBetween(5, 1000);
      assertThat(request.customer()).isEqualTo("Consumer " + request.complaintId());
      assertThat(request.phone().replaceAll("[^0-9]", "")).hasSizeBetween(7, 15);
    });
  }

  @Test
  void timesAreWrittenAsTheFormsWantThem() {
    assertThat(HelpForm.of("record", requests.get(0), "HLP-2026-000001", OffsetDateTime.parse("2026-11-23T09:30+08:00")).data())
        .containsEntry("receivedAt", "2017-04-08T09:00+08:00").containsEntry("kind", "productEnquiry")
        .containsEntry("due", "2026-12-03T09:00+08:00");
  }
}
