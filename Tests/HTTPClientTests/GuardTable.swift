/// Addresses and spellings with what is to become of them, drawn with Python's `ipaddress` from the registries' networks: the first and the last of each, their
/// neighbours, one from its middle, and IPv4 addresses inside IPv6 ones.
enum GuardTable {
    static let publicAddresses = """
        1.0.0.0 1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.216.34 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255 169.255.0.0
        172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0 192.0.1.255 192.0.3.0 192.88.98.255 192.88.100.0 192.167.255.255 192.169.0.0 198.17.255.255
        198.20.0.0 198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255 ::ffff:101:101 ::ffff:808:808 ::ffff:5db8:d822 ::ffff:dfff:ffff
        2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff 2001:200:: 2001:db7:ffff:ffff:ffff:ffff:ffff:ffff 2001:db9:: 2001:4860:4860::8888 2002:101:101::1
        2002:808:808::1 2002:5db8:d822::1 2002:dfff:ffff::1 2606:4700:4700::1111 2620:fe::fe 2a00:1450:4007:80c::200e
        3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff 3fff:1000::
        """.split { $0.isWhitespace }.map(String.init)

    static let reservedAddresses = """
        0.0.0.0 0.77.106.199 0.255.255.255 10.0.0.0 10.133.8.26 10.255.255.255 100.64.0.0 100.76.254.126 100.100.100.200 100.127.255.255 127.0.0.0 127.0.0.1
        127.8.8.8 127.167.164.120 127.255.255.255 169.254.0.0 169.254.86.184 169.254.169.254 169.254.170.2 169.254.255.255 172.16.0.0 172.16.221.5
        172.31.255.255 192.0.0.0 192.0.0.210 192.0.0.255 192.0.2.0 192.0.2.208 192.0.2.255 192.88.99.0 192.88.99.38 192.88.99.255 192.168.0.0 192.168.1.1
        192.168.52.220 192.168.255.255 198.18.0.0 198.18.128.20 198.19.255.255 198.51.100.0 198.51.100.163 198.51.100.255 203.0.113.0 203.0.113.242
        203.0.113.255 224.0.0.0 238.97.125.179 239.255.255.255 240.0.0.0 253.46.244.131 255.255.255.255 :: ::1 ::2 ::101:101 ::808:808 ::5db8:d822
        ::6464:64c8 ::7f00:1 ::7f08:808 ::a9fe:a9fe ::a9fe:aa02 ::c0a8:101 ::dfff:ffff ::ffff:6464:64c8 ::ffff:7f00:1 ::ffff:7f08:808 ::ffff:a9fe:a9fe
        ::ffff:a9fe:aa02 ::ffff:c0a8:101 ::ffff:0:101:101 ::ffff:0:808:808 ::ffff:0:5db8:d822 ::ffff:0:6464:64c8 ::ffff:0:7f00:1 ::ffff:0:7f08:808
        ::ffff:0:a9fe:a9fe ::ffff:0:a9fe:aa02 ::ffff:0:c0a8:101 ::ffff:0:dfff:ffff 64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff 64:ff9b:: 64:ff9b::101:101
        64:ff9b::808:808 64:ff9b::55e7:d67e 64:ff9b::5db8:d822 64:ff9b::6464:64c8 64:ff9b::7f00:1 64:ff9b::7f08:808 64:ff9b::a9fe:a9fe 64:ff9b::a9fe:aa02
        64:ff9b::c0a8:101 64:ff9b::dfff:ffff 64:ff9b::ffff:ffff 64:ff9b::1:0:0 64:ff9b:0:ffff:ffff:ffff:ffff:ffff 64:ff9b:1::
        64:ff9b:1:29b5:67a9:b05c:7dfb:27e8 64:ff9b:1:ffff:ffff:ffff:ffff:ffff 64:ff9b:2:: ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 100::
        100::92bd:e31c:34d2:ea16 100::ffff:ffff:ffff:ffff 100:0:0:1:: 2001:: 2001:0:1832:c9e2:33aa:3918:8fc:2081 2001:0:ffff:ffff:ffff:ffff:ffff:ffff
        2001:1:: 2001:80:b096:ebf5:1efc:20c9:dcf8:bef6 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff 2001:db8:: 2001:db8:b0b4:362e:4e18:a363:4891:a61b
        2001:db8:ffff:ffff:ffff:ffff:ffff:ffff 2002:6464:64c8::1 2002:7f00:1::1 2002:7f08:808::1 2002:a9fe:a9fe::1 2002:a9fe:aa02::1 2002:c0a8:101::1 3fff::
        3fff:77c:b4ae:3dd3:447e:6046:5f9:eb87 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff fc00:: fd00:ec2::254
        fd1e:1a88:4cfd:b1e7:9e1f:cc46:a515:7170 fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff fe00:: fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff fe80::
        feaa:fd63:a599:8165:b1dd:1b80:230a:102c febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff fec0:: fee3:bf6:a37f:eba2:ec24:6343:272b:e0ea
        feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff ff00:: ff50:3eee:6ed2:99e4:d532:b79f:8e41:a78f ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
        """.split { $0.isWhitespace }.map(String.init)

    /// Hosts of URLs that stand for one of the public IPv4 addresses above.
    static let publicSpellings = """
        0306.0X33.0x63.255. 1.0200401 169.0XFD.65535. 0x5db８d８２２ 030051777777 0XCB007200 0%581.0X1.01.01 0xc611ffff 172.0x0000000f.0XFF.0XFF 172.017.65535
        0337.0xff.0x0000ffff. 030614661777 192.0x1ff 0XC0.0x00000000.1.0377 0XB.0x00%3000000.0x0 0x000000ac.0x000fffff 0x%64fffffff 0xc0a90000 0xcb．0x70ff
        0x00000008｡8｡0x808 2０３.０X0.０x0000０07２.０x０ 0xc６11ffff 0x00000009.0x000000ff.0377.0377 0xbfffffff. 0x0000007e.0377.65535 198.0X33.0145.0x00000000
        3227018240 16777216 0xcb.0.112.0xff. 0XA9FF0000. 0306.0X11.255.255. 0254.0x000000%320.0X0 0XC63363FF. 0XAC200000. 0xdf.0377.0xff.0XFF
        0x00000064.0200.00 0x000000df｡0x00ffffff 0X1.0x00010101 0XC0586400 0X64.0X80.0x0 0xbf.0377.0x0000ffff 0x00000064.0x0000003f.255.0377 1.６５79３
        0x00000001｡0x00000001｡257 0300%2e0x58.0X64.0x0 0X643FFFFF 0x7e.255.0XFF%2e0377 9.0xff.255.0x000000ff. 0X64.0X800000 0x000000c0.0x00000058.0x62.0XFF.
        010.010.0x00000008.0x00000008 0xdfffffff 0x1000000 0xc6。3367935 0251.253.65535 0xc0.0X300 0x000000df.0xff.0XFF.0XFF
        0x00000001．0x00000000．0x00000000．0X0 030052200%3000 0X80.0x00000000.0x0
        """.split { $0.isWhitespace }.map(String.init)

    /// The same for the reserved ones.
    static let reservedSpellings = """
        0３0０.0xa８0101 0%7800000000 0x0000007f.0x00080808. 0X7FFFFFFF 0x0.0X0 0xc6.51.25600 0xc6.18.0x00000000.0 169｡254｡170｡0x2 0x0000000a.00 0xac.0X100000
        172.0X1FFFFF. 100.0x7f.0XFFFF 0xc0.0250.01.0x00000001 0254.0x1fffff 0xc63364ff 0xc0.0x586326 ０xac.０X１０.５６５81 0300.0xa8.00.00 0144.023177176
        0x000000a9.0XFEFFFF 0xa.0x000000ff.0377.0377 0xc6。0x33。0X64A3 0x000000ff.0xffffff. 0XA9FEAA02 ０x00００0０00 025404156405 0x7f.0x1
        ０3０0.0XA8.０x０00０00００.0X0 0x000000c6.0X336400 0XC00002FF 0x0affffff 3758096384 0x000000fd.46.2%344.0X83 3999366579. 0%78c0a8ffff 07%37777777
        0x000000c6.0x33.0x64.0x0 0356.0141.32179 ０x0０００00fd.０x００2ef４8３ 192.0x58.0x63.0xff 0xa85081a 0x00000000 0XC6.0X33.0x64.0xff 0%3300.0X0.0X2FF
        0x0.16777215. 0xc0.02%36061777 0300．0x00000000．2．0xff 0254.0X10DD05. 0XCB｡0｡0X71｡0 031%33.0x00007100 １27.0x00a７a４７８ 100。6579400
        0x000000c0.0x00000058.0X63.0x26 0300.0250.0X101. 0x7f000001 0xc6.0X336400. 0xa.0205.010.26. 012.0XFF.0x000000ff.0xff ０xcb００71ff 0XC0.0x0.0x0
        """.split { $0.isWhitespace }.map(String.init)
}
