package dev.kefu.aftersales.support;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface KnowledgeRepository extends Repository<KnowledgeEntry, Long> {

  KnowledgeEntry save(KnowledgeEntry entry);

  Optional<KnowledgeEntry> findByTicketId(long ticketId);

  List<KnowledgeEntry> findFirst5ByProductOrderByIdDesc(String product);
}
