// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <array>
#include <functional>

#include <unistd.h>

/// What a test says to a program of consoles: an object of JSON a line, on standard input. The program ends with it.
class WordsIn {
public:
    explicit WordsIn(std::function<void(const QJsonObject &)> hear) : m_hear(std::move(hear))
    {
        QObject::connect(&m_input, &QSocketNotifier::activated, &m_input, [this] { read(); });
    }
    Q_DISABLE_COPY_MOVE(WordsIn)

private:
    void read()
    {
        std::array<char, 65536> some{};
        const auto size = ::read(STDIN_FILENO, some.data(), some.size());
        if (size <= 0) return QCoreApplication::quit();
        m_read.append(some.data(), size);
        for (qsizetype end = m_read.indexOf('\n'); end >= 0; end = m_read.indexOf('\n')) {
            m_hear(QJsonDocument::fromJson(m_read.first(end)).object());
            m_read.remove(0, end + 1);
        }
    }

    std::function<void(const QJsonObject &)> m_hear;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
    QByteArray m_read;
};
