package feewright.api.wiring;

import feewright.api.privacy.BreakGlassSettings;
import feewright.jdbc.JdbcAdapters;
import feewright.privacy.BreakGlassRegisters;
import feewright.privacy.CloseBreakGlass;
import feewright.privacy.OpenBreakGlass;
import feewright.privacy.PurgeContent;
import feewright.privacy.UseBreakGlass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may look at content beside the firm, and how it goes again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BreakGlassSettings.class)
class PrivacyConfiguration {

    @Bean
    BreakGlassRegisters breakGlassRegisters(JdbcAdapters ports) {
        return ports.breakGlass();
    }

    @Bean
    OpenBreakGlass openBreakGlass(BreakGlassRegisters registers, BreakGlassSettings settings) {
        settings.require();
        return new OpenBreakGlass(registers, settings.longest());
    }

    @Bean
    UseBreakGlass useBreakGlass(BreakGlassRegisters registers) {
        return new UseBreakGlass(registers);
    }

    @Bean
    PurgeContent purgeContent(JdbcAdapters ports) {
        return ports.purgeContent();
    }

    @Bean
    CloseBreakGlass closeBreakGlass(BreakGlassRegisters registers) {
        return new CloseBreakGlass(registers);
    }
}
