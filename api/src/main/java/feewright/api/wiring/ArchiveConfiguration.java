package feewright.api.wiring;

import feewright.api.archive.ExportFirm;
import feewright.api.archive.ExportSettings;
import feewright.api.archive.ImportFirm;
import feewright.api.json.StrictJson;
import feewright.engine.Ports;
import feewright.engine.ReportUseCases;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Archives of firms, out and in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportSettings.class)
class ArchiveConfiguration {

    @Bean
    ExportFirm exportFirm(Ports ports) {
        return new ExportFirm(
                ports.transactions(),
                ports.firmTables(),
                new ExportFirm.Trail(ports.auditTrail(), ports.ids()),
                StrictJson.mapper());
    }

    @Bean
    ImportFirm importFirm(Ports ports) {
        return new ImportFirm(
                ports.transactions(),
                ports.firms(),
                ports.firmTables(),
                ReportUseCases.reconcile(ports),
                StrictJson.mapper());
    }
}
