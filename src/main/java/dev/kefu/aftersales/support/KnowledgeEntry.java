package dev.kefu.aftersales.support;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** What a closed ticket taught: the knowledge base's entry. */
@Entity
@Table(name = "aftersales_knowledge")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class KnowledgeEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private long ticketId;
  private String product;
  private String title;
  private String problem;
  private String cause;
  private String solution;
  private String writtenBy;
  private Instant writtenAt;

  KnowledgeEntry(SupportTicket ticket, String title, String writtenBy, Instant writtenAt) {
    this.ticketId = ticket.getId();
    this.product = ticket.getProduct();
    this.title = title;
    this.problem = ticket.getProblem();
    this.cause = ticket.getCause();
    this.solution = ticket.getSolution();
    this.writtenBy = writtenBy;
    this.writtenAt = writtenAt;
  }
}
