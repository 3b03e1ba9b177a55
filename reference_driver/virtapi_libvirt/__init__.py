"""The reference driver for `virtapi`, on libvirt: `virtapi_libvirt.driver.LibvirtDriver`."""
