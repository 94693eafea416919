package dev.kefu.complaint.quality;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface EffectWatchRepository extends Repository<EffectWatch, Long> {

  EffectWatch save(EffectWatch watch);

  Optional<EffectWatch> findByProcessInstanceId(String processInstanceId);
}
