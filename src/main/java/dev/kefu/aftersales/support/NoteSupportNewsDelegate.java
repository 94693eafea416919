package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register what the customer was told meanwhile. */
@Component
@RequiredArgsConstructor
class NoteSupportNewsDelegate implements JavaDelegate {

  private final SupportTickets tickets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    News news = FormData.read(execution, "news", News.class);
    if (news.toldAt().toInstant().isAfter(clock.instant())) {
      throw new FactsRefused("Told at 通報時間: not in the future 不得晚於現在");
    }
    SupportTicket ticket = tickets.get((Long) execution.getVariable("ticketId"));
    ticket.tell(new TicketNews(news.toldAt().toInstant(), Performer.of(execution), news.progress()));
    execution.setVariable("newsTold", ticket.getNews().size());
  }

  /** The form technical-support-handling-tell. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record News(OffsetDateTime toldAt, String progress) {
  }
}
