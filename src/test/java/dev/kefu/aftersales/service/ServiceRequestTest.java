package dev.kefu.aftersales.service;

import static dev.kefu.aftersales.service.ServiceRequest.Status.CANCELLED;
import static dev.kefu.aftersales.service.ServiceRequest.Status.CLASSIFIED;
import static dev.kefu.aftersales.service.ServiceRequest.Status.CLOSED;
import static dev.kefu.aftersales.service.ServiceRequest.Status.COMPLAINT;
import static dev.kefu.aftersales.service.ServiceRequest.Status.RECEIVED;
import static dev.kefu.aftersales.service.ServiceRequest.Status.SERVED;
import static dev.kefu.aftersales.service.ServiceRequest.Status.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.aftersales.UnitCard;
import dev.kefu.aftersales.service.ServiceRequest.Classification;
import dev.kefu.engine.FactsRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceRequestTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final ServiceRequest request = new ServiceRequest("AFS-2026-000001", "instance", "ann", entry(null, 365, null), NOW);

  @Test
  void requestIsServedOnlyAfterItWasClassified() {
    assertThat(request.getStatus()).isEqualTo(RECEIVED);
    assertThatIllegalStateException().isThrownBy(() -> request.serve("guided", "Text", NOW)).withMessageContaining("RECEIVED");
    assertThatIllegalStateException().isThrownBy(() -> request.confirm("satisfied", null));
    classify(NOW.plusSeconds(60));
    request.serve("guided", "Text", NOW);
    assertThat(request.getStatus()).isEqualTo(SERVED);
    assertThat(request.getServedAt()).isEqualTo(NOW);
  }

  @Test
  void requestIsClosedOnlyWithTheCustomersWordOrSilence() {
    classify(NOW);
    request.serve("guided", "Text", NOW);
    assertThatIllegalStateException().isThrownBy(() -> request.end(CLOSED, NOW)).withMessageContaining("cannot be closed");
    request.confirm("dissatisfied", "Still hums 仍有雜音");
    assertThatIllegalStateException().isThrownBy(() -> request.end(CLOSED, NOW)).withMessageContaining("dissatisfied");
    request.reopen("inquiry", "Ask again 再問", null);
    request.serve("guided", "Text", NOW);
    request.staySilent();
    request.end(CLOSED, NOW);
    request.end(CLOSED, NOW.plusSeconds(5));
    assertThat(request.getConfirmation()).isEqualTo("silent");
    assertThat(request.getEndedAt()).isEqualTo(NOW);
    assertThatIllegalStateException().isThrownBy(() -> request.end(WITHDRAWN, NOW));
  }

  @Test
  void firstPromiseStaysWhenTheSupervisorRoutesAgain() {
    classify(NOW.plusSeconds(60));
    request.answer(NOW.plusSeconds(1));
    request.reopen("repair", "Send a technician 派人", null);
    classify(NOW.plusSeconds(9999));
    request.answer(NOW.plusSeconds(500));
    assertThat(request.getStatus()).isEqualTo(CLASSIFIED);
    assertThat(request.getReopenings()).isOne();
    assertThat(request.getRoute()).isEqualTo("repair");
    assertThat(request.getPromisedAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(request.getAnsweredAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void endedRequestTakesNothingMore() {
    classify(NOW);
    request.becomeComplaint("CMP-2026-000001");
    request.end(COMPLAINT, NOW);
    assertThatIllegalStateException().isThrownBy(() -> request.classify("C000001", new Classification("free", "low", NOW, null)));
    assertThatIllegalStateException().isThrownBy(() -> request.correct(entry(null, 365, null)));
    assertThatIllegalStateException().isThrownBy(() -> request.reopen("repair", "No", null));
    assertThatIllegalStateException().isThrownBy(() -> request.becomeComplaint("CMP-2026-000002"));
    assertThatIllegalStateException().isThrownBy(() -> request.end(CANCELLED, NOW));
  }

  /** The last day of the warranty still counts; without a day of sale there is none. */
  @ParameterizedTest
  @CsvSource({"2025-11-23, 365, true, 365", "2025-11-22, 365, false, 366", "2026-11-23, 0, true, 0", ", , false, 99999"})
  void warrantyIsReckonedFromWhatTheCustomerSays(LocalDate bought, Integer days, boolean inWarranty, int daysSince) {
    ProductFacts facts = ProductFacts.of(entry(bought, days, null), Optional.empty(), TODAY);
    assertThat(facts.inWarranty()).isEqualTo(inWarranty);
    assertThat(facts.daysSinceSale()).isEqualTo(daysSince);
    assertThat(facts.hasProof()).isFalse();
    assertThat(ProductFacts.of(entry(bought, days, "INV-1"), Optional.empty(), TODAY).hasProof()).isTrue();
  }

  @Test
  void registerOfUnitsKnowsBetterThanTheCustomer() {
    UnitCard unit = new UnitCard(1, "Pump 泵", "SN-1", "C000001", LocalDate.of(2026, 11, 20), 365, 10, null, LocalDate.of(2026, 11, 23), 0);
    ProductFacts facts = ProductFacts.of(entry(LocalDate.of(2020, 1, 1), 365, null), Optional.of(unit), TODAY);
    assertThat(facts).isEqualTo(new ProductFacts(LocalDate.of(2026, 11, 20), true, true, true, 3));
  }

  @Test
  void purchaseInTheFutureIsRefused() {
    assertThatThrownBy(() -> ProductFacts.of(entry(TODAY.plusDays(1), 365, null), Optional.empty(), TODAY)).isInstanceOf(FactsRefused.class).hasMessageContaining("Bought on 購買日期");
  }

  private void classify(Instant promised) {
    request.classify("C000001", new Classification("free", "low", promised, null));
  }

  private static RequestEntry entry(LocalDate bought, Integer days, String invoice) {
    return new RequestEntry("Blue Lake Foods", OffsetDateTime.parse("2026-11-23T09:30+08:00"), "phone", "Ms Lin", "010-66001234", "1 Lake Road", null, "Pump 泵", "P-2", "SN-1",
        bought, invoice, days, false, false, false, "inquiry", null, "It hums 有雜音", "partFunction", false, false, false, false, false, null, null, null);
  }
}
