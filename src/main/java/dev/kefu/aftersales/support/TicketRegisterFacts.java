package dev.kefu.aftersales.support;

import dev.kefu.aftersales.Moments;
import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of technical problems says on the printed ticket: of the case's last ticket. */
@Component
@RequiredArgsConstructor
class TicketRegisterFacts implements RegisterFacts<SupportTicket> {

  private final SupportTicketRepository repository;
  private final Clock clock;

  @Override
  public String register() {
    return "ticket";
  }

  @Override
  public Optional<SupportTicket> entry(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().reduce((earlier, later) -> later);
  }

  @Override
  public NamedFacts<SupportTicket> facts() {
    return new NamedFacts<SupportTicket>()
        .with("level", ticket -> ticket.getSeverity() == null ? null : TicketWords.LEVELS.get(ticket.getSeverity()))
        .with("reactDue", ticket -> shown(ticket.getReactDue()))
        .with("solveDue", ticket -> shown(ticket.getSolveDue()))
        .with("solvedAt", ticket -> shown(ticket.getSolvedAt()))
        .with("confirmed", ticket -> shown(ticket.getConfirmedAt()))
        .with("news", ticket -> ticket.getNews().isEmpty() ? null : ticket.getNews().stream().map(this::row).toList());
  }

  private Map<String, String> row(TicketNews news) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("Time 時間", shown(news.getToldAt()));
    row.put("News 進展", news.getNews());
    return row;
  }

  private String shown(Instant moment) {
    return moment == null ? null : Moments.shown(moment, clock);
  }
}
