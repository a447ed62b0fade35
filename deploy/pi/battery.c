// SPDX-License-Identifier: GPL-2.0
/*
 * A battery whose gauge is memory that the host writes. The driver keeps no state: each query reads
 * that memory, as a real driver reads its chip, so a change by the host is visible immediately.
 *
 * The memory is the reg property of the device tree node: three little-endian words, see below.
 */
#include <linux/io.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/power_supply.h>

#define PRESENT 0x0 /* 1: battery present; 0: absent, or not yet written by the host */
#define PERCENT 0x4 /* more than 100: unknown */
#define STATUS 0x8 /* POWER_SUPPLY_STATUS_... of linux/power_supply.h */

static const enum power_supply_property properties[] = {
	POWER_SUPPLY_PROP_PRESENT,
	POWER_SUPPLY_PROP_STATUS,
	POWER_SUPPLY_PROP_CAPACITY,
	POWER_SUPPLY_PROP_SCOPE,
};

static int battery_get_property(struct power_supply *supply,
				enum power_supply_property property,
				union power_supply_propval *value)
{
	void __iomem *gauge = power_supply_get_drvdata(supply);
	bool present = readl(gauge + PRESENT) == 1;
	u32 most;

	switch (property) {
	case POWER_SUPPLY_PROP_SCOPE:
		value->intval = POWER_SUPPLY_SCOPE_SYSTEM;
		return 0;
	case POWER_SUPPLY_PROP_PRESENT:
		value->intval = present;
		return 0;
	case POWER_SUPPLY_PROP_STATUS:
		value->intval = readl(gauge + STATUS);
		most = POWER_SUPPLY_STATUS_FULL;
		break;
	case POWER_SUPPLY_PROP_CAPACITY:
		value->intval = readl(gauge + PERCENT);
		most = 100;
		break;
	default:
		return -EINVAL;
	}
	return present && (u32)value->intval <= most ? 0 : -ENODATA;
}

static const struct power_supply_desc description = {
	.name = "battery",
	.type = POWER_SUPPLY_TYPE_BATTERY,
	.properties = properties,
	.num_properties = ARRAY_SIZE(properties),
	.get_property = battery_get_property,
};

static int battery_probe(struct platform_device *device)
{
	struct power_supply_config config = {};
	void __iomem *gauge = devm_platform_ioremap_resource(device, 0);

	if (IS_ERR(gauge))
		return PTR_ERR(gauge);
	config.drv_data = (void __force *)gauge;
	return PTR_ERR_OR_ZERO(
		devm_power_supply_register(&device->dev, &description, &config));
}

static const struct of_device_id battery_match[] = {
	{ .compatible = "device-agent,virtual-battery" },
	{}
};
MODULE_DEVICE_TABLE(of, battery_match);

static struct platform_driver battery_driver = {
	.driver = {
		.name = "virtual-battery",
		.of_match_table = battery_match,
	},
	.probe = battery_probe,
};
module_platform_driver(battery_driver);

MODULE_DESCRIPTION("A battery that the host of a virtual machine charges");
MODULE_LICENSE("GPL");
